import { z } from 'zod'
import type { Json } from '../json'
import { defineEdit, nodeAt, refused } from './define'
import { Draft } from './draft'
import { wiresThatStay } from './node-words'

/** Puts another draft in the place of the whole: the code view, an import, going back to an earlier revision. */
export const replaceDraft = defineEdit({
  kind: 'replaceDraft',
  schema: z.strictObject({ kind: z.literal('replaceDraft'), draft: Draft }),
  apply(before, { draft }) {
    if (draft.drawing.id !== before.drawing.id) return refused('other-flow', { id: draft.drawing.id })
    if (!nodeAt(draft, draft.drawing.start)) return refused('start-missing', { id: draft.drawing.start })
    const astray = targetsOf(draft).find((to) => !nodeAt(draft, to))
    if (astray !== undefined) return refused('no-such-node', { id: astray })
    const nodes = Object.entries(draft.drawing.nodes).map(([id, node]) => [id, { ...node, wires: wiresThatStay(node) }] as const)
    return { ok: true, draft: { ...draft, drawing: { ...draft.drawing, nodes: Object.fromEntries(nodes) } } }
  },
  invert: (before) => ({ kind: 'replaceDraft', draft: before }),
  touches: ({ draft }) => [['', JSON.parse(JSON.stringify(draft)) as Json]],
})

const targetsOf = ({ drawing }: Draft): string[] => [
  ...Object.values(drawing.nodes).flatMap(({ wires }) => Object.values(wires)),
  ...Object.values(drawing.universal).flatMap(({ target }) => target ?? []),
]
