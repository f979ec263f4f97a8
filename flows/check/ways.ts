import type { Facts } from './facts'

/** Every node that can be come to: from the start, and from the universal keys. Nodes outside the chart are left out. */
export function reachable({ chart, byId }: Facts): Set<string> {
  const { initial } = chart.states.flow
  const universal = Object.values(chart.meta.universal).flatMap(({ target }) => target ?? [])
  const found = new Set([...(initial ? [initial] : []), ...universal].filter((id) => byId.has(id)))
  // A set grows while it is walked, so this reaches everything once.
  for (const id of found) {
    for (const { target } of byId.get(id)?.exits ?? []) if (target !== undefined && byId.has(target)) found.add(target)
  }
  return found
}

/** Every node from which one of `ends` can be come to, these included. */
export function leadingTo(ends: Iterable<string>, { nodes }: Facts): Set<string> {
  const before = new Map<string, string[]>()
  for (const { id, exits } of nodes) {
    for (const { target } of exits) {
      if (target === undefined) continue
      const known = before.get(target)
      if (known) known.push(id)
      else before.set(target, [id])
    }
  }
  const found = new Set(ends)
  for (const id of found) for (const previous of before.get(id) ?? []) found.add(previous)
  return found
}
