import type { Drawing } from '#flows/drawing'
import { readNode } from './read-node'

/** Every node in the order of reading: by reach from the start, depth first in row order; what nothing leads to stands last. */
export function reachOrder({ start, nodes }: Drawing): string[] {
  const found = new Set<string>()
  const ahead = [start]
  while (ahead.length > 0) {
    const id = ahead.pop()
    const node = id === undefined ? undefined : nodes[id]
    if (id === undefined || !node || found.has(id)) continue
    found.add(id)
    ahead.push(
      ...readNode(node)
        .ports.flatMap((port) => node.wires[port.id] ?? [])
        .reverse(),
    )
  }
  return [...found, ...Object.keys(nodes).filter((id) => !found.has(id))]
}
