import type { z } from 'zod'
import type { Json } from '../json'
import type { Draft } from './draft'

/** Why an edit cannot be applied; the words stand in the catalogue as `checks.edits.<code>`. */
export type RefusalCode =
  | 'no-such-node'
  | 'id-taken'
  | 'unknown-type'
  | 'no-such-port'
  | 'already-wired'
  | 'start-stays'
  | 'start-missing'
  | 'no-such-target'
  | 'words-taken'
  | 'other-flow'
  | 'changed-by-someone-else'

export interface Refusal {
  code: RefusalCode
  values?: Record<string, string>
}

export type Applied = { ok: true; draft: Draft } | { ok: false; reason: Refusal }

/** A place in a draft and what an edit makes of it, for noticing that two people meant different things. */
export type Touch = readonly [place: string, value: Json]

/** One kind of edit. `apply` and `invert` are pure; `invert` is asked only for an edit that applies to `before`. */
export interface EditKind<Kind extends string, Schema extends z.ZodObject> {
  kind: Kind
  schema: Schema
  apply(draft: Draft, edit: z.output<Schema>): Applied
  /** The edit that takes it back: `apply(apply(before, edit), invert(before, edit))` equals `before`. Typed as the union by the registry. */
  invert(before: Draft, edit: z.output<Schema>): { kind: string } & Record<string, unknown>
  /** Places are paths; one that begins with another lies inside it. */
  touches(edit: z.output<Schema>): readonly Touch[]
}

/** Declares a kind of edit and keeps its literal types. */
export function defineEdit<const Kind extends string, Schema extends z.ZodObject>(kind: EditKind<Kind, Schema>): EditKind<Kind, Schema> {
  return kind
}

export const refused = (code: RefusalCode, values?: Record<string, string>): Applied => ({
  ok: false,
  reason: { code, ...(values && { values }) },
})

export const withDrawing = (draft: Draft, drawing: Partial<Draft['drawing']>): Applied => ({
  ok: true,
  draft: { ...draft, drawing: { ...draft.drawing, ...drawing } },
})

/** The same record without some keys. */
export function without<Value>(record: Record<string, Value>, keys: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}

/** The drawing with one node replaced. */
export const withNode = (draft: Draft, id: string, node: Draft['drawing']['nodes'][string]): Applied =>
  withDrawing(draft, { nodes: { ...draft.drawing.nodes, [id]: node } })

/** The node of that id. Looked up as an own key: `constructor` is a lawful node id, and every object has one. */
export const nodeAt = ({ drawing }: Draft, id: string): Draft['drawing']['nodes'][string] | undefined =>
  Object.hasOwn(drawing.nodes, id) ? drawing.nodes[id] : undefined
