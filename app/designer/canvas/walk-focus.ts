import type { Draft } from '#flows/edits/draft'
import type { Focus } from '../desk'
import { readNode } from '../reading/read-node'

export type Arrow = 'up' | 'down' | 'left' | 'right'

/** Where an arrow leads on the canvas: between siblings, into the ways out, along a wire, and back. `order` is the order of reading. */
export function walkFocus({ drawing }: Draft, focus: Focus, { arrow, order }: { arrow: Arrow; order: readonly string[] }): Focus {
  const node = drawing.nodes[focus.node]
  if (!node) return { node: drawing.start }
  const ports = readNode(node).ports.map(({ id }) => id)
  if (focus.port !== undefined) {
    const at = ports.indexOf(focus.port)
    if (arrow === 'left') return { node: focus.node }
    const target = node.wires[focus.port]
    if (arrow === 'right') return target !== undefined && drawing.nodes[target] ? { node: target } : focus
    return { node: focus.node, port: ports[at + (arrow === 'down' ? 1 : -1)] ?? focus.port }
  }
  if (arrow === 'right') return ports[0] === undefined ? focus : { node: focus.node, port: ports[0] }
  if (arrow === 'left') return { node: before(drawing.nodes, focus.node, order) ?? focus.node }
  return { node: order[order.indexOf(focus.node) + (arrow === 'down' ? 1 : -1)] ?? focus.node }
}

/** The first node, in the order of reading, that leads here. */
function before(nodes: Draft['drawing']['nodes'], id: string, order: readonly string[]): string | undefined {
  return order.find((other) => other !== id && Object.values(nodes[other]?.wires ?? {}).includes(id))
}
