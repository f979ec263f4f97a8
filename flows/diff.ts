import { canonicalText } from './canonical'
import type { Words } from './content'
import type { DrawnNode } from './drawing'
import type { Draft } from './edits/draft'
import { promptKeysOf } from './edits/settings-of'
import type { Json } from './json'

/** One value before and after; null where there was or is none. */
export interface Change<Value> {
  before: Value | null
  after: Value | null
}

/** What is heard in one language, at the nodes that say it. Recordings and voices count as much as words. */
export interface WordsChange extends Change<Words> {
  kind: 'added' | 'removed' | 'changed'
  key: string
  locale: string
  nodes: string[]
}

export interface WireChange extends Change<string> {
  from: string
  port: string
}

/** A node that is in both: what is different in it, by settings field; `label` and `type` stand beside the fields. */
export interface NodeChange {
  id: string
  label: string
  fields: (Change<Json> & { field: string })[]
}

type NamedNode = { id: string } & Pick<DrawnNode, 'type' | 'label'>

export interface DraftDiff {
  words: WordsChange[]
  nodes: { added: NamedNode[]; removed: NamedNode[]; changed: NodeChange[] }
  wires: WireChange[]
  /** Name, channels, languages, variables and universal keys. */
  flow: (Change<Json> & { field: string })[]
}

/**
 * What a reviewer must look at: everything that differs between two drafts in what is heard, drawn or declared. Positions are not
 * compared, and words no node speaks are left out. `before` is null for a first release. Sorted, so that the same two drafts give the same diff.
 */
export function diffDrafts(before: Draft | null, after: Draft): DraftDiff {
  return {
    words: wordsChanged(before, after),
    nodes: nodesChanged(before, after),
    wires: wiresChanged(before, after),
    flow: flowChanged(before, after),
  }
}

/** Whether nothing differs. */
export const isSame = ({ words, nodes, wires, flow }: DraftDiff): boolean =>
  [words, nodes.added, nodes.removed, nodes.changed, wires, flow].every((changes) => changes.length === 0)

function wordsChanged(before: Draft | null, after: Draft): WordsChange[] {
  const [was, is] = [spokenIn(before), spokenIn(after)]
  return keysOf(was, is).flatMap((key) =>
    keysOf(was.get(key)?.words, is.get(key)?.words).flatMap((locale): WordsChange[] => {
      const change = { before: was.get(key)?.words.get(locale) ?? null, after: is.get(key)?.words.get(locale) ?? null }
      if (same(change.before, change.after)) return []
      const kind = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed'
      return [{ kind, key, locale, nodes: (is.get(key) ?? was.get(key))?.nodes ?? [], ...change }]
    }),
  )
}

/** Every prompt that some node speaks: its words by language, and the nodes. */
function spokenIn(draft: Draft | null): Map<string, { words: Map<string, Words>; nodes: string[] }> {
  const spoken = new Map<string, { words: Map<string, Words>; nodes: string[] }>()
  for (const [id, node] of sorted(draft?.drawing.nodes)) {
    for (const key of promptKeysOf(node)) {
      const known = spoken.get(key)
      if (known) known.nodes.push(id)
      else spoken.set(key, { words: new Map(Object.entries(draft?.content[key] ?? {})), nodes: [id] })
    }
  }
  return spoken
}

function nodesChanged(before: Draft | null, after: Draft): DraftDiff['nodes'] {
  const [was, is] = [new Map(sorted(before?.drawing.nodes)), new Map(sorted(after.drawing.nodes))]
  const named = ([id, { type, label }]: [string, DrawnNode]): NamedNode => ({ id, type, label })
  const changed = [...is].flatMap(([id, node]) => {
    const old = was.get(id)
    if (!old) return []
    const fields = [
      ...fieldsChanged({ type: old.type, label: old.label }, { type: node.type, label: node.label }),
      ...fieldsChanged(old.settings, node.settings),
    ]
    return fields.length > 0 ? [{ id, label: node.label, fields }] : []
  })
  return { added: [...is].filter(([id]) => !was.has(id)).map(named), removed: [...was].filter(([id]) => !is.has(id)).map(named), changed }
}

function wiresChanged(before: Draft | null, after: Draft): WireChange[] {
  const wiresIn = (draft: Draft | null) =>
    new Map<string, { from: string; port: string; to: string }>(
      sorted(draft?.drawing.nodes).flatMap(([from, { wires }]) =>
        sorted(wires).map(([port, to]) => [`${from} ${port}`, { from, port, to }] as const),
      ),
    )
  const [was, is] = [wiresIn(before), wiresIn(after)]
  return keysOf(was, is).flatMap((place) => {
    const [old, now] = [was.get(place), is.get(place)]
    const at = now ?? old
    return at && old?.to !== now?.to ? [{ from: at.from, port: at.port, before: old?.to ?? null, after: now?.to ?? null }] : []
  })
}

function flowChanged(before: Draft | null, after: Draft): DraftDiff['flow'] {
  const whole = ({ drawing: { name, channels, locales, start, variables, universal } }: Draft) =>
    jsonOf({ name, channels, locales, start, variables, universal })
  return fieldsChanged(before ? whole(before) : {}, whole(after))
}

function fieldsChanged(before: Record<string, Json>, after: Record<string, Json>): (Change<Json> & { field: string })[] {
  const [was, is] = [new Map(sorted(before)), new Map(sorted(after))]
  return keysOf(was, is).flatMap((field) => {
    const change = { before: was.get(field) ?? null, after: is.get(field) ?? null }
    return same(change.before, change.after) ? [] : [{ field, ...change }]
  })
}

const keysOf = (one: ReadonlyMap<string, unknown> = new Map(), other: ReadonlyMap<string, unknown> = new Map()): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].sort()

const sorted = <Value>(record: Record<string, Value> = {}): [string, Value][] =>
  Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1))
const same = (one: unknown, other: unknown): boolean => canonicalText(jsonOf(one)) === canonicalText(jsonOf(other))
const jsonOf = <Value>(value: Value): Value extends object ? Record<string, Json> : Json => JSON.parse(JSON.stringify(value))
