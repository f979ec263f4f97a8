import { z } from 'zod'
import { Content } from '#flows/content'
import { DrawnNode, Position } from '#flows/drawing'
import type { Draft } from '#flows/edits/draft'
import type { Edit } from '#flows/edits/edit'
import { wordsOfNodes } from '#flows/edits/node-words'
import type { Json, JsonObject } from '#flows/json'
import { freshId } from './fresh-id'

const Copied = z.strictObject({
  format: z.literal('callwright.nodes/1'),
  nodes: z.record(z.string(), DrawnNode),
  words: Content,
  positions: z.record(z.string(), Position),
})

/** Nodes as text for the clipboard: with their words, places and the wires among them. The start is never copied. */
export function copied(draft: Draft, ids: Iterable<string>): string | undefined {
  const chosen = [...ids].filter((id) => draft.drawing.nodes[id] && id !== draft.drawing.start)
  if (chosen.length === 0) return undefined
  const only = <Value>(record: Record<string, Value>) => Object.fromEntries(Object.entries(record).filter(([id]) => chosen.includes(id)))
  const nodes = Object.entries(only(draft.drawing.nodes)).map(
    ([id, node]) =>
      [id, { ...node, wires: Object.fromEntries(Object.entries(node.wires).filter(([, to]) => chosen.includes(to))) }] as const,
  )
  const words = wordsOfNodes(draft, chosen)
  return JSON.stringify(
    { format: 'callwright.nodes/1', nodes: Object.fromEntries(nodes), words, positions: only(draft.layout.positions) } satisfies z.input<
      typeof Copied
    >,
    null,
    1,
  )
}

/** The edit that puts copied nodes into a draft under new ids, a little aside; undefined where the text is something else. */
export function pasteOf(draft: Draft, text: string, aside = 32): Extract<Edit, { kind: 'paste' }> | undefined {
  const read = Copied.safeParse(parsed(text))
  if (!read.success || Object.keys(read.data.nodes).length === 0) return undefined
  const { nodes, words, positions } = read.data
  const ids = new Map<string, string>()
  for (const id of Object.keys(nodes)) ids.set(id, freshId(draft, id, new Set(ids.values())))
  const newId = (id: string): string => ids.get(id) ?? id
  const newKey = (key: string): string => newId(key.slice(0, key.indexOf('.'))) + key.slice(key.indexOf('.'))
  const keys = new Set(Object.keys(words))
  return {
    kind: 'paste',
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, { wires, settings, ...node }]) => [
        newId(id),
        {
          ...node,
          settings: rekeyed(settings, keys, newKey) as JsonObject,
          wires: Object.fromEntries(Object.entries(wires).map(([port, to]) => [port, newId(to)])),
        },
      ]),
    ),
    words: Object.fromEntries(Object.entries(words).map(([key, said]) => [newKey(key), said])),
    positions: Object.fromEntries(Object.entries(positions).map(([id, { x, y }]) => [newId(id), { x: x + aside, y: y + aside }])),
    colours: {},
    into: [],
    universal: {},
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function rekeyed(value: Json, keys: ReadonlySet<string>, newKey: (key: string) => string): Json {
  if (typeof value === 'string') return keys.has(value) ? newKey(value) : value
  if (Array.isArray(value)) return value.map((item) => rekeyed(item, keys, newKey))
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([field, item]) => [field, rekeyed(item, keys, newKey)]))
    : value
}
