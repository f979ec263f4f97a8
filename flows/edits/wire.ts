import { z } from 'zod'
import { NodeId, PortId } from '../ids'
import { defineEdit, nodeAt, refused, withNode, without } from './define'
import { portsOf } from './settings-of'

/** Leads a port to a node. A wire that was there is replaced: a port has one. */
export const wire = defineEdit({
  kind: 'wire',
  schema: z.strictObject({ kind: z.literal('wire'), from: NodeId, port: PortId, to: NodeId }),
  apply(draft, { from, port, to }) {
    const node = nodeAt(draft, from)
    if (!node) return refused('no-such-node', { id: from })
    if (!nodeAt(draft, to)) return refused('no-such-node', { id: to })
    if (portsOf(node)?.has(port) === false) return refused('no-such-port', { id: from, port })
    return withNode(draft, from, { ...node, wires: { ...node.wires, [port]: to } })
  },
  invert(before, { from, port }) {
    const wires = nodeAt(before, from)?.wires ?? {}
    return Object.hasOwn(wires, port) ? { kind: 'wire', from, port, to: wires[port] } : { kind: 'unwire', from, port }
  },
  touches: ({ from, port, to }) => [
    [`nodes/${from}/wires/${port}`, to],
    // Also a place inside the target, so that removing the node meanwhile is noticed.
    [`nodes/${to}/in/${from}/${port}`, true],
  ],
})

/** Takes a port's wire away. */
export const unwire = defineEdit({
  kind: 'unwire',
  schema: z.strictObject({ kind: z.literal('unwire'), from: NodeId, port: PortId }),
  apply(draft, { from, port }) {
    const node = nodeAt(draft, from)
    if (!node) return refused('no-such-node', { id: from })
    return withNode(draft, from, { ...node, wires: without(node.wires, [port]) })
  },
  invert(before, { from, port }) {
    const wires = nodeAt(before, from)?.wires ?? {}
    return Object.hasOwn(wires, port) ? { kind: 'wire', from, port, to: wires[port] } : { kind: 'unwire', from, port }
  },
  touches: ({ from, port }) => [[`nodes/${from}/wires/${port}`, null]],
})
