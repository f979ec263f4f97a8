import { randomUUID } from 'node:crypto'
import type { LineStore } from '#engine/ports'
import { commitOf } from './lines/commit'
import { configuration } from './lines/configuration'
import { journalLines } from './lines/journal'
import { sessionLines } from './lines/sessions'
import { workLines } from './lines/work'
import { isSuppressed } from './queries/consents'
import { isInInbox } from './queries/inbox'
import { addPersonWithAddress, personBehind } from './queries/persons'
import { rungAskedOf } from './queries/rungs'
import type { Store } from './store'
import { isWithheld } from './withheld'

/**
 * The engine's memory over a store. The store numbers journal entries itself (1, 2, 3 … per session), whatever `sequence` they come
 * with. A session of an erased person reads as ended, with its PHI gone.
 */
export function createLineStore(store: Store): LineStore {
  const { vault } = store
  return {
    ...configuration(store),
    ...sessionLines(store),
    ...journalLines(store),
    ...workLines(store),
    commit: commitOf(store),
    openRung: ({ organisation, ours, theirs }) =>
      store.read((tx) => rungAskedOf(tx, { organisation, ours, theirsBlind: vault.blind(organisation, theirs) })),
    person: (key) => personOf(store, key),
    suppressed: ({ organisation, ours, theirs }) =>
      store.read((tx) => isSuppressed(tx, { organisation, ours, blind: vault.blind(organisation, theirs) })),
    seen: (organisation, inbox) => store.read((tx) => isInInbox(tx, { organisation, key: inbox })),
  }
}

/** Finds or makes the person behind an address. Two first calls at once give one person. */
async function personOf(
  store: Store,
  { organisation, address, at }: { organisation: string; address: string; at: Date },
): Promise<string | undefined> {
  if (isWithheld(address)) return undefined
  const blind = store.vault.blind(organisation, address)
  const known = await store.read((tx) => personBehind(tx, { organisation, blind }))
  if (known !== undefined) return known
  const id = randomUUID()
  const key = await store.keys.obtain(organisation, `person:${id}`)
  const sealed = store.keys.seal(address, { key, place: { organisation, table: 'addresses', row: blind, column: 'sealed' } })
  const added = await store.write((tx) => addPersonWithAddress(tx, { organisation, id, createdAt: at, address: { blind, sealed } }), {
    hot: true,
  })
  return added ? id : store.read((tx) => personBehind(tx, { organisation, blind }))
}
