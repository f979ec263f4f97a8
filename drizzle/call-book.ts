import { theirsOf } from './lines/sessions'
import { type CallCursor, type CallFilter, calls } from './queries/calls'
import type { Row } from './rows'
import type { Store } from './store'

/** A session as a list shows it; masking is the reader's business. `turns` counts its journal entries. */
export interface CallLine extends Omit<Row<'sessions'>, 'theirsBlind' | 'sealedTheirs' | 'sealedSnapshot' | 'journalLength' | 'journalHead' | 'revision'> {
  theirs: string
  turns: number
}

/** A page of sessions, latest first, with the other side's address opened (empty when erased). `theirs` filters by that address. */
export async function callPage(
  store: Store,
  { theirs, ...filter }: Omit<CallFilter, 'theirsBlind'> & { theirs?: string | undefined; cursor?: CallCursor | undefined; most: number },
): Promise<{ items: CallLine[]; cursor: CallCursor | undefined }> {
  const theirsBlind = theirs === undefined ? undefined : store.vault.blind(filter.organisation, theirs)
  const rows = await store.read((tx) => calls(tx, { ...filter, theirsBlind, most: filter.most + 1 }))
  const page = rows.slice(0, filter.most)
  const last = page.at(-1)
  const items = await Promise.all(page.map(async (row) => lineOf(row, await theirsOf(store.keys, row))))
  return { items, cursor: rows.length > page.length && last ? { startedAt: last.startedAt, id: last.id } : undefined }
}

function lineOf(row: Row<'sessions'>, theirs: string): CallLine {
  const { theirsBlind: _blind, sealedTheirs: _theirs, sealedSnapshot: _snapshot, journalLength, journalHead: _head, revision: _revision, ...plain } = row
  return { ...plain, theirs, turns: journalLength }
}
