import { z } from 'zod'
import type { Content } from '../content'
import { type Drawing, Position } from '../drawing'
import { NodeId } from '../ids'
import type { Json, JsonObject } from '../json'
import type { AnyNodeType } from '../node'
import { defineEdit, nodeAt, refused } from './define'
import { wordsInTheWay } from './node-words'
import { knownType } from './settings-of'

/** Puts a node of a type on the canvas, with the type's example as its settings and the example's words in the flow's first language. */
export const addNode = defineEdit({
  kind: 'addNode',
  schema: z.strictObject({
    kind: z.literal('addNode'),
    type: z.string(),
    id: NodeId,
    label: z.string().min(1).max(80).optional(),
    position: Position.optional(),
  }),
  apply(draft, { type, id, label, position }) {
    const known = knownType(type)
    if (!known) return refused('unknown-type', { type })
    if (nodeAt(draft, id)) return refused('id-taken', { id })
    const { drawing, content, layout } = draft
    const fresh = exampleFor(known, { id, locale: drawing.locales[0] ?? 'en-US' })
    const spoken = wordsInTheWay(draft, { ids: [id], keys: Object.keys(fresh.words) })
    if (spoken !== undefined) return refused('words-taken', { key: spoken })
    const node = { type, label: label ?? known.words.en.title, settings: fresh.settings, wires: {} }
    return {
      ok: true,
      draft: {
        drawing: { ...drawing, nodes: { ...drawing.nodes, [id]: node } },
        content: { ...content, ...fresh.words },
        layout: { ...layout, positions: { ...layout.positions, ...(position && { [id]: position }) } },
      },
    }
  },
  invert: (_before, { id }) => ({ kind: 'removeNodes', ids: [id] }),
  touches: ({ id, type }) => [[`nodes/${id}`, { added: type }]],
})

/** The type's example with its prompt keys made the node's own: `menu.prompt` of the example becomes `<id>.prompt`. */
function exampleFor(
  { example, prompts }: AnyNodeType,
  { id, locale }: { id: string; locale: Drawing['locales'][number] },
): { settings: JsonObject; words: Content } {
  const keys = new Set([...prompts(example.settings).map(({ key }) => key), ...Object.keys(example.words)])
  const own = (key: string): string => `${id}${key.slice(key.indexOf('.'))}`
  const rekeyed = (value: Json): Json => {
    if (typeof value === 'string') return keys.has(value) ? own(value) : value
    if (Array.isArray(value)) return value.map(rekeyed)
    return value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([field, item]) => [field, rekeyed(item)]))
      : value
  }
  const words = Object.fromEntries(Object.entries(example.words).map(([key, text]) => [own(key), { [locale]: { text } }]))
  return { settings: rekeyed(JSON.parse(JSON.stringify(example.settings)) as JsonObject) as JsonObject, words }
}
