import type { StateJson, TransitionJson } from '../chart'
import { cyclesIn } from './cycles'
import type { Rule } from './facts'

/**
 * No way round consists only of steps that wait for nothing. XState would run such a loop until its bound of eventless steps is
 * passed, and the caller would hear the safe flow.
 */
export const noEndlessLoop: Rule = ({ nodes, byId }) => {
  const next = new Map<string, string[]>()
  for (const { id, state } of nodes) eventless(state, { id, inherited: [], onDone: undefined, next })
  return cyclesIn(next).flatMap((cycle) => {
    const labels = [...new Set(cycle.map(nodeOf))].map((id) => byId.get(id)?.label ?? id)
    return [{ rule: 'endless-loop', level: 'must' as const, node: nodeOf(cycle[0] ?? ''), values: { nodes: labels.join(' → ') } }]
  })
}

const nodeOf = (path: string): string => path.split('.')[0] ?? path

interface Place {
  id: string
  /** Eventless ways out of the states around this one; they hold here too. */
  inherited: readonly string[]
  onDone: readonly string[] | undefined
  next: Map<string, string[]>
}

/** Notes for each state the states it can be left for without an event. A state is named `node.inner…`. */
function eventless(state: StateJson, { id, inherited, onDone, next }: Place): void {
  const parent = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined
  const place = ({ target = '' }: TransitionJson) => (target.startsWith('.') ? id + target : parent ? `${parent}.${target}` : target)
  const always = [...inherited, ...(state.always ?? []).filter(({ target }) => target !== undefined).map(place)]
  const inner = Object.entries(state.states ?? {})
  next.set(id, [...always, ...(state.type === 'final' ? (onDone ?? []) : []), ...(state.initial ? [`${id}.${state.initial}`] : [])])
  for (const [child, below] of inner)
    eventless(below, { id: `${id}.${child}`, inherited: always, onDone: (state.onDone ?? []).map(place), next })
}
