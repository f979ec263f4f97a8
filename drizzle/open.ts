import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { addDataKey, dataKey } from './queries/data-keys'
import type { Store } from './store'
import { createDataKeys } from './vault/data-keys'
import { installationKey } from './vault/installation-key'
import { createVault, type Vault } from './vault/vault'

export interface OpenOptions {
  /** `postgres://…`; undefined or empty means SQLite in `<folder>/callwright.db`. */
  url?: string | undefined
  folder: string
  /** The installation key; undefined reads CALLWRIGHT_KEY, then `<folder>/installation.key`. */
  key?: Buffer | undefined
}

/**
 * Opens the database, migrated and checked.
 * @throws a sentence when the address is unknown, the key is missing, or the key is not the one the database was made with.
 */
export async function openStore({ url, folder, key }: OpenOptions): Promise<Store> {
  const postgres = /^postgres(ql)?:\/\//.test(url ?? '')
  if (url && !postgres) throw new Error('DATABASE_URL must start with postgres://, or be left out for SQLite.')
  mkdirSync(folder, { recursive: true })
  const { key: chosen, created } = key
    ? { key, created: undefined }
    : installationKey({ given: process.env.CALLWRIGHT_KEY, folder, postgres })
  const vault = createVault(chosen)
  const doors = await opened({ url: postgres ? url : undefined, folder, vault })
  const store: Store = { ...doors, vault, keys: createDataKeys({ ...doors, vault }), folder, createdKey: created }
  try {
    await refuseOtherKey(store)
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

/** Each dialect's driver is loaded only where it is used. */
async function opened({
  url,
  folder,
  vault,
}: {
  url: string | undefined
  folder: string
  vault: Vault
}): Promise<Pick<Store, 'dialect' | 'read' | 'write' | 'close'>> {
  if (url) return (await import('./pg')).openPg(url, vault)
  return (await import('./sqlite')).openSqlite(join(folder, 'callwright.db'), vault)
}

/** The first start seals a word; every later start must be able to read it. Otherwise every call would fail one by one. */
async function refuseOtherKey(store: Store): Promise<void> {
  const at = { organisation: '', owner: 'installation' }
  const place = { organisation: '', table: 'data_keys', row: at.owner, column: 'wrapped' }
  const before = await store.read((tx) => dataKey(tx, at))
  if (before === undefined) {
    await store.write((tx) => addDataKey(tx, { ...at, wrapped: store.vault.seal('callwright', place) }))
    return refuseOtherKey(store)
  }
  try {
    store.vault.unseal(before, place)
  } catch (cause) {
    throw new Error(
      'This database was made with another installation key. Give that key in CALLWRIGHT_KEY, or put back the file installation.key.',
      { cause },
    )
  }
}
