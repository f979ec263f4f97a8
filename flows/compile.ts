import { backState, type Chart, chartFormat, type NamedAct, type StateJson, type TransitionJson, unwiredState } from './chart'
import type { Drawing, DrawnNode, UniversalName } from './drawing'
import type { JsonObject } from './json'
import { nodeTypeOf } from './nodes/index'

/**
 * Turns a drawing into its chart. Same drawing, same chart, whatever the order its keys were added in.
 * A port without a wire leads to `_unwired`, which ends the session: a draft can be rehearsed before it is finished,
 * and the chart check keeps such a chart from being released.
 * @throws UnknownNodeType, or a ZodError when settings do not fit their type's schema.
 */
export function compile(drawing: Drawing): Chart {
  const states: Record<string, StateJson> = {
    [backState]: { type: 'history', history: 'deep' },
    [unwiredState]: { type: 'final', entry: [{ type: 'flow.unwired', params: {} }] },
  }
  for (const [id, node] of Object.entries(drawing.nodes)) states[id] = compileNode(id, node, drawing)
  return {
    id: drawing.id,
    initial: 'flow',
    context: {
      session: null,
      frames: { '': { vars: Object.fromEntries(drawing.variables.map(({ name, initial }) => [name, initial ?? null])), results: {} } },
      outcome: null,
    },
    meta: {
      format: chartFormat,
      name: drawing.name,
      channels: drawing.channels,
      locales: drawing.locales,
      variables: drawing.variables,
      universal: drawing.universal,
    },
    on: universalTransitions(drawing),
    states: {
      flow: { initial: drawing.start, states, onDone: [{ target: 'ended' }] },
      repeat: { always: [{ target: `flow.${backState}` }] },
      ended: { type: 'final' },
    },
  }
}

function compileNode(id: string, node: DrawnNode, drawing: Drawing): StateJson {
  const type = nodeTypeOf(node.type)
  const settings = type.settings.parse(node.settings)
  const state = type.compile({
    id,
    settings,
    channels: drawing.channels,
    // Asked as an own key: `constructor` is a lawful port id.
    to: (port: string): TransitionJson => ({
      target: (Object.hasOwn(node.wires, port) ? node.wires[port] : undefined) ?? unwiredState,
      reenter: true,
      meta: { port },
    }),
    act: (name: string, params: JsonObject = {}): NamedAct & { params: JsonObject } => ({ type: name, params: { ...params, node: id } }),
  })
  return { ...state, meta: { node: node.type, label: node.label, settings: node.settings } }
}

function universalTransitions(drawing: Drawing): Chart['on'] {
  const on: Chart['on'] = {}
  for (const [name, universal] of Object.entries(drawing.universal) as [UniversalName, { target?: string | undefined }][]) {
    on[`universal.${name}`] =
      name === 'repeat'
        ? [{ target: '.repeat', meta: { universal: name } }]
        : universal.target
          ? [{ target: `.flow.${universal.target}`, reenter: true, meta: { universal: name } }]
          : []
  }
  on['universal.stop'] = [{ target: '.ended', meta: { universal: 'stop' } }]
  on['call.ended'] = [{ target: '.ended', meta: { universal: 'hangup' } }]
  return on
}
