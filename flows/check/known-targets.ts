import type { Chart, StateJson, TransitionJson } from '../chart'
import type { Finding } from '../node'
import type { Rule } from './facts'

/** Every transition leads to a state that exists; bare `createMachine` would refuse the chart otherwise. Initial states likewise. */
export const knownTargets: Rule = ({ chart }) =>
  targetsIn({ states: chart.states, on: chart.on, initial: chart.initial }, { chart, path: [] })

function targetsIn(state: StateJson, { chart, path }: { chart: Chart; path: readonly string[] }): Finding[] {
  const node = path[0] === 'flow' ? path[1] : undefined
  const missing = (target: string): Finding => ({ rule: 'unknown-target', level: 'must', ...(node && { node }), values: { target } })
  const wires = [...Object.values(state.on ?? {}), ...Object.values(state.after ?? {}), state.always ?? [], state.onDone ?? []].flat()
  const inner = Object.entries(state.states ?? {})
  // The flow's own initial state has a rule of its own: it is the start.
  const initialMissing = inner.length > 0 && path.join('.') !== 'flow' && !Object.hasOwn(state.states ?? {}, state.initial ?? '')
  return [
    ...wires.flatMap((wire) => (wire.target === undefined || resolve(wire, { chart, path }) ? [] : [missing(wire.target)])),
    ...(initialMissing ? [missing(state.initial ?? '')] : []),
    ...inner.flatMap(([id, child]) => targetsIn(child, { chart, path: [...path, id] })),
  ]
}

/** XState reads `.a.b` from the state itself and `a.b` from its parent. Ids (`#…`) are not written by any node type and count as unknown. */
function resolve({ target = '' }: TransitionJson, { chart, path }: { chart: Chart; path: readonly string[] }): boolean {
  const own = target.startsWith('.')
  const steps = [...(own ? path : path.slice(0, -1)), ...(own ? target.slice(1) : target).split('.')]
  let at: StateJson | undefined = { states: chart.states }
  for (const step of steps) at = at?.states && Object.hasOwn(at.states, step) ? at.states[step] : undefined
  return at !== undefined
}
