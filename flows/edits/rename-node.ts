import { z } from 'zod'
import { NodeId } from '../ids'
import { defineEdit, nodeAt, refused, withNode } from './define'

/** Changes the label people read. The id stays for ever. */
export const renameNode = defineEdit({
  kind: 'renameNode',
  schema: z.strictObject({ kind: z.literal('renameNode'), id: NodeId, label: z.string().min(1).max(80) }),
  apply(draft, { id, label }) {
    const node = nodeAt(draft, id)
    return node ? withNode(draft, id, { ...node, label }) : refused('no-such-node', { id })
  },
  invert: (before, { id }) => ({ kind: 'renameNode', id, label: nodeAt(before, id)?.label ?? id }),
  touches: ({ id, label }) => [[`nodes/${id}/label`, label]],
})
