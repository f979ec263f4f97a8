import { z } from 'zod'
import type { Drawing } from '../drawing'
import { NodeId } from '../ids'
import { defineEdit, nodeAt, refused, without } from './define'
import { wiresInto, wordsOfNodes } from './node-words'

/** Takes nodes away, with the wires into them, their words and the universal keys that led to them. The start stays. */
export const removeNodes = defineEdit({
  kind: 'removeNodes',
  schema: z.strictObject({ kind: z.literal('removeNodes'), ids: z.array(NodeId).min(1) }),
  apply(draft, { ids }) {
    const { drawing, content, layout } = draft
    const missing = ids.find((id) => !nodeAt(draft, id))
    if (missing !== undefined) return refused('no-such-node', { id: missing })
    if (ids.includes(drawing.start)) return refused('start-stays')
    const kept = Object.entries(without(drawing.nodes, ids)).map(([id, node]) => {
      const wires = Object.fromEntries(Object.entries(node.wires).filter(([, to]) => !ids.includes(to)))
      return [id, { ...node, wires }] as const
    })
    return {
      ok: true,
      draft: {
        drawing: { ...drawing, nodes: Object.fromEntries(kept), universal: unaimed(drawing.universal, ids) },
        content: without(content, Object.keys(wordsOfNodes(draft, ids))),
        layout: { ...layout, positions: without(layout.positions, ids), colours: without(layout.colours, ids) },
      },
    }
  },
  invert(before, { ids }) {
    const { drawing, layout } = before
    const only = <Value>(record: Record<string, Value>) => Object.fromEntries(Object.entries(record).filter(([id]) => ids.includes(id)))
    const aimed = Object.entries(drawing.universal).flatMap(([name, universal]) =>
      universal.target && ids.includes(universal.target) ? [[name, universal.target]] : [],
    )
    return {
      kind: 'paste',
      nodes: only(drawing.nodes),
      words: wordsOfNodes(before, ids),
      positions: only(layout.positions),
      colours: only(layout.colours),
      into: wiresInto(before, ids),
      universal: Object.fromEntries(aimed),
    }
  },
  touches: ({ ids }) => ids.map((id) => [`nodes/${id}`, null]),
})

function unaimed(universal: Drawing['universal'], ids: readonly string[]): Drawing['universal'] {
  return Object.fromEntries(
    Object.entries(universal).map(([name, { target, ...rest }]) => [
      name,
      target === undefined || ids.includes(target) ? rest : { ...rest, target },
    ]),
  )
}
