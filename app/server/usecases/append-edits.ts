import type { Tx } from '#drizzle/store'
import type { Draft } from '#flows/edits/draft'
import type { Edit } from '#flows/edits/edit'
import { type EditEntry, rebase } from '#flows/edits/rebase'
import { addToInbox, isInInbox } from '#drizzle/queries/inbox'
import { addEdit, changeFlow, flow as flowOf } from '../interim/flows'
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
export async function appendIn(tx: Tx, { wire, person }: Desk, request: EditRequest): Promise<Appended> {
  const key = { organisation: person.organisation.id, flow: request.flow }
  const now = await openDraft(tx, key)
  if (request.base > now.revision) throw new Refusal('CONFLICT', 'draft_ahead')
  const since = await entriesAfter(tx, { ...key, revision: request.base })
  const asked = { organisation: key.organisation, key: `draft ${request.flow} ${person.id} ${request.id}` }
  if (await isInInbox(tx, asked)) return sameAgain(request, { since, person: person.id })
  const { draft, conflicts } = tryAll(request.edits, { draft: now.draft, since, person: person.id })
  if (conflicts.length > 0) return { ok: false, revision: now.revision, since, conflicts }
  const at = wire.clock.now()
  await addToInbox(tx, { ...asked, at })
  for (const [index, edit] of request.edits.entries()) {
    const row = { ...key, revision: now.revision + index + 1, base: request.base, person: person.id, at, edit: JSON.stringify(edit) }
    if (!(await addEdit(tx, row))) throw new Refusal('CONFLICT', 'draft_moved')
  }
  const revision = now.revision + request.edits.length
  await keepFold(tx, { ...key, draft, revision, unfolded: now.unfolded + request.edits.length })
  if (draft.drawing.name !== now.draft.drawing.name) await changeFlow(tx, { organisation: key.organisation, id: key.flow, changes: { name: draft.drawing.name } })
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

/** The answer of the first time, read back from the log: the client that lost it must not append twice. */
function sameAgain({ base, edits }: EditRequest, { since, person }: { since: EditEntry[]; person: string }): Appended {
  const texts = edits.map((edit) => JSON.stringify(edit))
  const start = since.findIndex((_, at) => texts.every((text, step) => isMine(since[at + step], { text, person, base })))
  const before = start < 0 ? since : since.slice(0, start)
  const revision = since[start < 0 ? since.length - 1 : start + texts.length - 1]?.revision ?? base
  return { ok: true, revision, rebased: before.length > 0, since: before }
}

const isMine = (entry: EditEntry | undefined, { text, person, base }: { text: string; person: string; base: number }): boolean =>
  entry?.person === person && entry.base === base && JSON.stringify(entry.edit) === text
