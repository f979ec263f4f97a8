import { type Chart, type NamedAct, NodeMeta, type StateJson, type TransitionJson, unwiredState } from '#flows/chart'
import type { Content } from '#flows/content'
import { pinnedRelease } from '#flows/nodes/subflow/pinned'
import type { Playable } from './load'

export interface LinkedFlow {
  /** The chart with every subflow node replaced by the compound state of the release it pins. */
  chart: Chart
  nodes: { id: string; state: StateJson; content: Content; locales: readonly string[] }[]
}

/**
 * Links the releases that subflow nodes pin into one chart. Inside a subflow the params of acts and guards name qualified
 * nodes (`appt/ask_day`), so that settings, words and variables never mix with the outer flow's.
 */
export function link(playable: Playable): LinkedFlow {
  const nodes: LinkedFlow['nodes'] = []
  const frames = { ...playable.chart.context.frames }
  const flow = linkFlow(playable, { prefix: '', nodes, frames, depth: 0 })
  return { chart: { ...playable.chart, context: { ...playable.chart.context, frames }, states: { ...playable.chart.states, flow } }, nodes }
}

interface Linking {
  prefix: string
  nodes: LinkedFlow['nodes']
  frames: Chart['context']['frames']
  depth: number
}

function linkFlow({ chart, content, subflows = {} }: Playable, linking: Linking): StateJson {
  const { prefix, nodes, frames, depth } = linking
  if (depth > 8) throw new Error('Subflows are nested more than eight deep; a subflow that calls itself cannot run.')
  const states: Record<string, StateJson> = {}
  for (const [id, state] of Object.entries(chart.states.flow.states ?? {})) {
    const qualified = prefix + id
    const own = prefix ? requalified(state, prefix) : state
    if (state.meta) nodes.push({ id: qualified, state, content, locales: chart.meta.locales })
    const pinned = state.meta?.node === 'subflow' ? pinnedRelease(NodeMeta.parse(state.meta).settings) : undefined
    const inner = pinned === undefined ? undefined : subflows[pinned]
    if (pinned !== undefined && !inner) throw new Error(`The subflow "${id}" pins release ${pinned.slice(0, 12)}, which was not given.`)
    if (inner) {
      frames[qualified] = inner.chart.context.frames[''] ?? { vars: {}, results: {} }
      const body = linkFlow(inner, { prefix: `${qualified}/`, nodes, frames, depth: depth + 1 })
      states[id] = { ...own, initial: 'inside', states: { inside: asInner(body), done: { type: 'final' } } }
    } else states[id] = own
  }
  return { ...chart.states.flow, states }
}

/** Inside another flow a start leaves at once by the session's channel, and an end returns instead of hanging up. */
function asInner(flow: StateJson): StateJson {
  const states = Object.fromEntries(
    Object.entries(flow.states ?? {}).map(([id, state]) => [id, innerOf[String(state.meta?.node)]?.(state) ?? state]),
  )
  // An unwired way out hands the caller back to the outer flow, which goes on by "anything else"; it hangs up nobody.
  return { ...flow, states: { ...states, [unwiredState]: { type: 'final' } }, onDone: [{ target: 'done' }] }
}

const innerOf: Record<string, (state: StateJson) => StateJson> = {
  end: (state) => ({
    ...state,
    entry: (state.entry ?? []).map((act) => (act.type === 'end.close' ? { ...act, type: 'end.return' } : act)),
  }),
  start: ({ on, ...state }) => {
    const ways = (on?.['session.started'] ?? []).map(({ actions: _begin, ...way }) => way)
    const byChannel = ways.map(({ guard, ...wire }) => ({ ...wire, ...(guard && { guard: { ...guard, type: 'start.within' } }) }))
    const otherwise = ways.find(({ meta }) => meta?.port === 'request') ?? ways[0]
    return { ...state, always: otherwise ? [...byChannel, { target: otherwise.target, reenter: true, meta: otherwise.meta }] : byChannel }
  },
}

function requalified(state: StateJson, prefix: string): StateJson {
  const act = ({ type, params }: NamedAct): NamedAct => ({
    type,
    params: { ...params, ...(typeof params?.node === 'string' && { node: prefix + params.node }) },
  })
  const wire = (transition: TransitionJson): TransitionJson => ({
    ...transition,
    ...(transition.guard && { guard: act(transition.guard) }),
    ...(transition.actions && { actions: transition.actions.map(act) }),
  })
  const wires = (by: Record<string, TransitionJson[]> | undefined) =>
    by && Object.fromEntries(Object.entries(by).map(([name, list]) => [name, list.map(wire)]))
  return {
    ...state,
    ...(state.entry && { entry: state.entry.map(act) }),
    ...(state.exit && { exit: state.exit.map(act) }),
    ...(state.on && { on: wires(state.on) }),
    ...(state.after && { after: wires(state.after) }),
    ...(state.always && { always: state.always.map(wire) }),
    ...(state.onDone && { onDone: state.onDone.map(wire) }),
    ...(state.states && {
      states: Object.fromEntries(Object.entries(state.states).map(([id, inner]) => [id, requalified(inner, prefix)])),
    }),
  }
}
