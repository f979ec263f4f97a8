import { type Chart, NodeMeta, type StateJson, type TransitionJson, unwiredState } from './chart'
import type { Drawing } from './drawing'

/** Reads the drawing back out of its chart. `decompile(compile(drawing))` equals `drawing`. */
export function decompile(chart: Chart): Drawing {
  const nodes: Drawing['nodes'] = {}
  for (const [id, state] of Object.entries(chart.states.flow.states ?? {})) {
    if (id.startsWith('_')) continue
    const { node: type, label, settings } = NodeMeta.parse(state.meta)
    nodes[id] = { type, label, settings, wires: wiresOf(state) }
  }
  const { name, channels, locales, variables, universal } = chart.meta
  return { id: chart.id, name, channels, locales, start: chart.states.flow.initial ?? '', variables, universal, nodes }
}

/** The wires leaving a node's state: every transition that carries a port and leads to a node. */
export function wiresOf(state: StateJson): Record<string, string> {
  const wires: Record<string, string> = {}
  for (const { target, meta } of outgoing(state)) {
    if (meta?.port && target && target !== unwiredState) wires[meta.port] = target
  }
  return wires
}

/** Every transition on the node's own level; inner states never leave their node. */
export function outgoing(state: StateJson): TransitionJson[] {
  return [
    ...Object.values(state.on ?? {}).flat(),
    ...(state.always ?? []),
    ...Object.values(state.after ?? {}).flat(),
    ...(state.onDone ?? []),
  ]
}
