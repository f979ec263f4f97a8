import type { Rule } from './facts'
import { reachable } from './ways'

/** No node stands where no caller can come. */
export const everyNodeUsed: Rule = (facts) => {
  const used = reachable(facts)
  return facts.nodes
    .filter(({ id }) => !used.has(id))
    .map(({ id, label }) => ({ rule: 'unreachable-node', level: 'should' as const, node: id, values: { label } }))
}
