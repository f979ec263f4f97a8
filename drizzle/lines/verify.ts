import { hashOfText } from '#flows/canonical'
import { journalOf } from '../queries/journal'
import { session } from '../queries/sessions'
import type { Row } from '../rows'
import type { Store } from '../store'
import type { DataKeys } from '../vault/data-keys'
import { BrokenSeal } from '../vault/envelope'
import { digestOf, journalStart, linkHash } from './entry'
import { journalPlace } from './places'

type Fault = 'gap' | 'broken-link' | 'changed' | 'cut-short'
export type JournalVerdict = { ok: true; entries: number; erased: number } | { ok: false; at: number; because: Fault; entries: number }

/**
 * Walks a session's chain: every entry is the one that was written, in order, none missing at the end. Entries whose key was
 * destroyed count as `erased`; their place and facts are still proven.
 */
export async function verifyJournal(
  store: Store,
  { organisation, session: id }: { organisation: string; session: string },
): Promise<JournalVerdict> {
  // The session first: entries written after it was read are more, never fewer, than its head knows.
  const head = await store.read((tx) => session(tx, { organisation, id }))
  const rows = await store.read((tx) => journalOf(tx, { organisation, session: id }))
  let previous = journalStart
  let erased = 0
  for (const [index, row] of rows.entries()) {
    const found = linkFault(row, { at: index + 1, previous }) ?? (await payloadFault(row, store.keys))
    if (found === 'erased') erased++
    else if (found) return { ok: false, at: index + 1, because: found, entries: index }
    previous = row.hash
  }
  if (head && rows.length < head.journalLength) return { ok: false, at: rows.length + 1, because: 'cut-short', entries: rows.length }
  if (head && head.journalLength > 0 && rows[head.journalLength - 1]?.hash !== head.journalHead) {
    return { ok: false, at: head.journalLength, because: 'changed', entries: head.journalLength - 1 }
  }
  return { ok: true, entries: rows.length, erased }
}

function linkFault(row: Row<'journal'>, { at, previous }: { at: number; previous: string }): Fault | undefined {
  if (row.sequence !== at) return 'gap'
  if (row.previous !== previous) return 'broken-link'
  return linkHash(row.facts, row.previous) === row.hash ? undefined : 'changed'
}

async function payloadFault(
  { organisation, session: id, facts, sealed }: Row<'journal'>,
  keys: DataKeys,
): Promise<'changed' | 'erased' | undefined> {
  const digest = digestOf(facts)
  try {
    const text = await keys.open(sealed, journalPlace({ organisation, session: id, digest }))
    if (text === undefined) return 'erased'
    return hashOfText('journal', text) === digest ? undefined : 'changed'
  } catch (error) {
    if (error instanceof BrokenSeal || error instanceof TypeError) return 'changed'
    throw error
  }
}
