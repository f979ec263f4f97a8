import { addDataKey, dataKey } from '../queries/data-keys'
import type { Store } from '../store'
import { ownerOf, type Place, seal, unseal } from './envelope'

/** Whose key seals a value: a person, a session whose person is not known, or the refusals of a month. */
export type KeyOwner = `person:${string}` | `session:${string}` | `refusals:${string}`

/** A key in use: what to seal with, and its name for the envelope. */
export interface DataKey {
  owner: KeyOwner
  key: Buffer
}

/**
 * Data keys by owner, wrapped in the database, a bounded number of them unwrapped in memory for a minute at most: that is how
 * long another process may still read what was erased here.
 */
export interface DataKeys {
  /** The owner's key; made and stored when there is none yet. Never call it inside `write`. */
  obtain(organisation: string, owner: KeyOwner): Promise<DataKey>
  /** The owner's key; undefined when there is none, as after an erasure. */
  find(organisation: string, owner: KeyOwner): Promise<DataKey | undefined>
  seal(text: string, at: { key: DataKey; place: Place }): string
  /** The text, or undefined when its key was destroyed. @throws BrokenSeal when it was tampered with. */
  open(envelope: string, place: Place): Promise<string | undefined>
  /** Forgets a key at once in this process. */
  forget(organisation: string, owner: KeyOwner): void
}

const most = 2_000
const keepMs = 60_000

export function createDataKeys(store: Pick<Store, 'read' | 'write' | 'vault'>): DataKeys {
  const { vault } = store
  const kept = new Map<string, { key: Buffer; since: number }>()
  const nameOf = (organisation: string, owner: string): string => JSON.stringify([organisation, owner])
  const placeOf = (organisation: string, owner: string): Place => ({ organisation, table: 'data_keys', row: owner, column: 'wrapped' })

  function remember(name: string, key: Buffer): Buffer {
    kept.delete(name)
    kept.set(name, { key, since: performance.now() })
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return key
  }

  async function known(organisation: string, owner: string): Promise<Buffer | undefined> {
    const name = nameOf(organisation, owner)
    const cached = kept.get(name)
    if (cached && performance.now() - cached.since < keepMs) return cached.key
    kept.delete(name)
    // Only committed keys are kept: one of a transaction that is rolled back later would seal values nobody can ever open.
    const wrapped = await store.read((tx) => dataKey(tx, { organisation, owner }))
    if (wrapped === undefined) return undefined
    return remember(name, Buffer.from(vault.unseal(wrapped, placeOf(organisation, owner)), 'base64'))
  }

  return {
    async obtain(organisation, owner) {
      const key = await known(organisation, owner)
      if (key) return { owner, key }
      const wrapped = vault.seal(vault.freshKey().toString('base64'), placeOf(organisation, owner))
      await store.write((tx) => addDataKey(tx, { organisation, owner, wrapped }), { hot: true })
      const made = await known(organisation, owner)
      if (!made) throw new Error('A data key was destroyed while it was being made. Try again.')
      return { owner, key: made }
    },
    async find(organisation, owner) {
      const key = await known(organisation, owner)
      return key && { owner, key }
    },
    seal: (text, { key: { owner, key }, place }) => seal(text, { key, owner, place }),
    async open(envelope, place) {
      const key = await known(place.organisation, ownerOf(envelope))
      return key && unseal(envelope, { key, place })
    },
    forget(organisation, owner) {
      kept.delete(nameOf(organisation, owner))
    },
  }
}
