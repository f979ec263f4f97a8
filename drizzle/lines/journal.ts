import { randomUUID } from 'node:crypto'
import type { JournalEntry, LineStore } from '#engine/ports'
import { journalOf } from '../queries/journal'
import { addRefusal } from '../queries/refusals'
import type { NewRow } from '../rows'
import type { Store } from '../store'
import type { DataKey, DataKeys } from '../vault/data-keys'
import { digestOf, entryFrom, factsText, linkHash, payloadFrom, payloadOf } from './entry'
import { journalPlace, refusalPlace } from './places'

/** An entry ready to be chained: its payload sealed, its number not yet known. */
export interface SealedEntry {
  entry: JournalEntry
  digest: string
  sealed: string
}

export interface ChainHead {
  length: number
  hash: string
}

export function journalLines(store: Store): Pick<LineStore, 'journal' | 'note'> {
  const { keys } = store
  return {
    async journal(organisation, session) {
      const rows = await store.read((tx) => journalOf(tx, { organisation, session }))
      return Promise.all(
        rows.map(async ({ facts, sealed, previous, hash }) => {
          const text = await keys.open(sealed, journalPlace({ organisation, session, digest: digestOf(facts) }))
          return entryFrom(facts, { payload: text === undefined ? undefined : payloadFrom(text), previous, hash })
        }),
      )
    },
    async note({ account, ...entry }) {
      const { organisation, at, kind } = entry
      const id = randomUUID()
      // One key a month, so that refusals can be let go month by month.
      const key = await keys.obtain(organisation, `refusals:${at.toISOString().slice(0, 7)}`)
      const { text, digest } = payloadOf(entry)
      const sealed = keys.seal(text, { key, place: refusalPlace({ organisation, id }) })
      const facts = factsText({ ...entry, session: '', sequence: 0 }, digest)
      await store.write((tx) => addRefusal(tx, { organisation, id, account, at, kind, facts, sealed }), { hot: true })
    },
  }
}

export function sealEntry(keys: DataKeys, { key, entry }: { key: DataKey; entry: JournalEntry }): SealedEntry {
  const { organisation, session } = entry
  const { text, digest } = payloadOf(entry)
  return { entry, digest, sealed: keys.seal(text, { key, place: journalPlace({ organisation, session, digest }) }) }
}

/** Numbers and chains entries after `head`, without writing them. */
export function chained(entries: readonly SealedEntry[], head: ChainHead): { rows: NewRow<'journal'>[]; head: ChainHead } {
  const rows: NewRow<'journal'>[] = []
  let { length, hash } = head
  for (const { entry, digest, sealed } of entries) {
    const { organisation, session, at, kind } = entry
    const sequence = ++length
    const facts = factsText({ ...entry, sequence }, digest)
    const previous = hash
    hash = linkHash(facts, previous)
    rows.push({ organisation, session, sequence, at, kind, facts, sealed, previous, hash })
  }
  return { rows, head: { length, hash } }
}
