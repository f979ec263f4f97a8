import { unwiredState } from '../chart'
import type { Rule } from './facts'
import { leadingTo, reachable } from './ways'

/** From wherever a caller can be, some way leads to an end. An unwired port counts as one, and so does a node that cannot run: they have findings of their own. */
export const alwaysAnEnd: Rule = (facts) => {
  const ends = [
    unwiredState,
    ...facts.nodes.filter(({ state, type, known }) => state.type === 'final' || type === 'stub' || !known).map(({ id }) => id),
  ]
  const good = leadingTo(ends, facts)
  const used = reachable(facts)
  return facts.nodes
    .filter(({ id }) => used.has(id) && !good.has(id))
    .map(({ id, label }) => ({ rule: 'dead-end', level: 'must' as const, node: id, values: { label } }))
}
