import { editsAfter, putSnapshot, snapshot } from '#drizzle/queries/drafts'
import type { Tx } from '#drizzle/store'
import { Draft } from '#flows/edits/draft'
import { fold } from '#flows/edits/edit'
import { EditEntry } from '#flows/edits/rebase'
import { missing } from '../refusal'

interface FlowKey {
  organisation: string
  flow: string
}

/** After this many edits the fold is kept, so that the next reader begins there. */
const foldEvery = 50

/** The draft as it stands: the fold of its log, begun at the last kept fold. @throws Refusal `not_found` for a flow without edits. */
export async function readDraft(tx: Tx, key: FlowKey): Promise<{ draft: Draft; revision: number; unfolded: number }> {
  const kept = await snapshot(tx, key)
  const entries = await entriesAfter(tx, { ...key, revision: kept?.revision ?? 0 })
  const start = kept ? Draft.parse(JSON.parse(kept.draft)) : firstDraft(entries)
  if (!start) throw missing()
  const { draft } = fold(
    start,
    entries.map(({ edit }) => edit),
  )
  return { draft, revision: entries.at(-1)?.revision ?? kept?.revision ?? 0, unfolded: entries.length }
}

/** The log begins with the whole draft as one edit, so that it holds everything by itself. */
function firstDraft(entries: readonly EditEntry[]): Draft | undefined {
  const [first] = entries
  return first?.edit.kind === 'replaceDraft' ? first.edit.draft : undefined
}

/** The log after a revision, oldest first. */
export async function entriesAfter(tx: Tx, { organisation, flow, revision }: FlowKey & { revision: number }): Promise<EditEntry[]> {
  const rows = await editsAfter(tx, { organisation, flow, revision })
  return rows.map(entryOf)
}

export function entryOf({
  revision,
  base,
  person,
  at,
  edit,
}: {
  revision: number
  base: number
  person: string | null
  at: Date
  edit: string
}): EditEntry {
  return EditEntry.parse({ revision, base, person: person ?? 'system', at: at.toISOString(), edit: JSON.parse(edit) })
}

/** Keeps the fold when many edits have come since the last one. */
export async function keepFold(
  tx: Tx,
  { organisation, flow, draft, revision, unfolded }: FlowKey & { draft: Draft; revision: number; unfolded: number },
): Promise<void> {
  if (unfolded >= foldEvery) await putSnapshot(tx, { organisation, flow, revision, draft: JSON.stringify(draft) })
}
