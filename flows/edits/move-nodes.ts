import { z } from 'zod'
import { Position } from '../drawing'
import { NodeId } from '../ids'
import { defineEdit, nodeAt, refused } from './define'

/** Moves nodes on the canvas; null forgets a position. Says nothing about the flow, so of two moves the later one stands and neither is a conflict. */
export const moveNodes = defineEdit({
  kind: 'moveNodes',
  schema: z.strictObject({ kind: z.literal('moveNodes'), positions: z.record(NodeId, Position.nullable()) }),
  apply(draft, { positions }) {
    const missing = Object.keys(positions).find((id) => !nodeAt(draft, id))
    if (missing !== undefined) return refused('no-such-node', { id: missing })
    const moved = Object.entries({ ...draft.layout.positions, ...positions }).flatMap(([id, position]) =>
      position ? [[id, position] as const] : [],
    )
    return { ok: true, draft: { ...draft, layout: { ...draft.layout, positions: Object.fromEntries(moved) } } }
  },
  invert: ({ layout }, { positions }) => ({
    kind: 'moveNodes',
    positions: Object.fromEntries(
      Object.keys(positions).map((id) => [id, Object.hasOwn(layout.positions, id) ? layout.positions[id] : null]),
    ),
  }),
  touches: () => [],
})
