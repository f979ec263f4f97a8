import type { StateJson, TransitionJson } from '../chart'
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
  for (const [child, below] of inner) eventless(below, { id: `${id}.${child}`, inherited: always, onDone: (state.onDone ?? []).map(place), next })
}

/** One way round for each tangle of states: peels off what leads nowhere, then follows what is left until a state comes again. */
function cyclesIn(next: Map<string, string[]>): string[][] {
  const left = peeled(next)
  const cycles: string[][] = []
  for (let start = left.keys().next().value; start !== undefined; start = left.keys().next().value) {
    const walked = [start]
    for (let at = left.get(start)?.[0]; at !== undefined; at = left.get(at)?.[0]) {
      const before = walked.indexOf(at)
      if (before >= 0) {
        cycles.push(walked.slice(before))
        break
      }
      walked.push(at)
    }
    for (const id of walked) left.delete(id)
    for (const [id, ways] of peeled(left)) left.set(id, ways)
    for (const id of [...left.keys()]) if (!peeledKeys(left).has(id)) left.delete(id)
  }
  return cycles
}
