import { addEdit, editsOfRequest } from '#drizzle/queries/drafts'
import { changeFlow, flow as flowOf } from '#drizzle/queries/flows'
import type { Tx } from '#drizzle/store'
import type { Draft } from '#flows/edits/draft'
import type { Edit } from '#flows/edits/edit'
import { type EditEntry, rebase } from '#flows/edits/rebase'
import { missing, Refusal } from '../refusal'
import type { Desk } from '../trpc'
import { entriesAfter, keepFold, readDraft } from './draft'

export interface EditRequest {
  flow: string
  /** The revision the edits were made on. */
  base: number
  edits: readonly Edit[]
  /** Chosen by the client; the same id twice appends once. */
  id: string
}

export interface EditConflict {
  /** Which edit of the request. */
  index: number
  reason: string
  values: Record<string, string>
  /** The entry it disagrees with, when another edit is the cause. */
  with: EditEntry | null
}

export type Appended =
  /** `since`: what others did after `base`; the draft is now base, then `since`, then the request's own edits. `revision` is that of the last one. */
  | { ok: true; revision: number; rebased: boolean; since: EditEntry[] }
  | { ok: false; revision: number; since: EditEntry[]; conflicts: EditConflict[] }

/** Appends edits to a draft's log, all of them or none. Edits made on an older revision are tried on top of the newest; what disagrees is told, never dropped. */
export async function appendEdits(desk: Desk, request: EditRequest): Promise<Appended> {
  return desk.wire.store.write((tx) => appendIn(tx, desk, request))
}

/** The same inside a transaction of the caller. */
export async function appendIn(tx: Tx, { wire, person }: Desk, { flow, base, edits, id: request }: EditRequest): Promise<Appended> {
  const key = { organisation: person.organisation.id, flow }
  const now = await openDraft(tx, key)
  if (base > now.revision) throw new Refusal('CONFLICT', 'draft_ahead')
  const since = await entriesAfter(tx, { ...key, revision: base })
  const before = (await editsOfRequest(tx, { ...key, request })).filter((row) => row.person === person.id)
  if (before.length > 0) return sameAgain(before, since)
  const { draft, conflicts } = tryAll(edits, { draft: now.draft, since, person: person.id })
  if (conflicts.length > 0) return { ok: false, revision: now.revision, since, conflicts }
  const at = wire.clock.now()
  for (const [index, edit] of edits.entries()) {
    const row = { ...key, revision: now.revision + index + 1, base, person: person.id, at, edit: JSON.stringify(edit), request }
    if (!(await addEdit(tx, row))) throw new Refusal('CONFLICT', 'draft_moved')
  }
  const revision = now.revision + edits.length
  await keepFold(tx, { ...key, draft, revision, unfolded: now.unfolded + edits.length })
  const { name } = draft.drawing
  if (name !== now.draft.drawing.name) await changeFlow(tx, { organisation: key.organisation, id: flow, changes: { name } })
  return { ok: true, revision, rebased: since.length > 0, since }
}

async function openDraft(tx: Tx, key: { organisation: string; flow: string }): ReturnType<typeof readDraft> {
  const flow = await flowOf(tx, { organisation: key.organisation, id: key.flow })
  if (!flow) throw missing()
  if (flow.archivedAt) throw new Refusal('CONFLICT', 'flow_archived')
  return readDraft(tx, key)
}

/** Each edit on top of the one before. The first that disagrees is listed, and so is each after it that disagrees by itself. */
function tryAll(edits: readonly Edit[], { draft: newest, since, person }: { draft: Draft; since: readonly EditEntry[]; person: string }) {
  let draft = newest
  const conflicts: EditConflict[] = []
  for (const [index, edit] of edits.entries()) {
    const tried = rebase(edit, { draft, since, person })
    if (tried.outcome === 'applies') draft = tried.draft
    else conflicts.push({ index, reason: tried.reason.code, values: tried.reason.values ?? {}, with: tried.with ?? null })
  }
  return { draft, conflicts }
}

/** The answer of the first time, read back from the log: a client that lost it must not append twice. */
function sameAgain(own: readonly { revision: number }[], since: readonly EditEntry[]): Appended {
  const first = own[0]?.revision ?? 0
  const before = since.filter(({ revision }) => revision < first)
  return { ok: true, revision: own.at(-1)?.revision ?? first, rebased: before.length > 0, since: before }
}
