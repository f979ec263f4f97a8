import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openStore } from '../open'
import type { Store } from '../store'

/** A store of a test's own, and how to be rid of it. `again` opens the same database as another process would. */
export interface TestStore {
  store: Store
  /** The SQLite file; undefined with Postgres. */
  file: string | undefined
  url: string | undefined
  folder: string
  again(): Promise<Store>
  remove(): Promise<void>
}

export const testKey = Buffer.alloc(32, 7)

/** Both databases. Postgres is the one at TEST_DATABASE_URL, in a database of the test's own. */
export const dialects = ['sqlite', 'pg'] as const
export type Dialect = (typeof dialects)[number]

export async function openTestStore(dialect: Dialect): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-store-'))
  const made = dialect === 'pg' ? await ownDatabase() : undefined
  const url = made?.url
  const opened: Store[] = []
  const again = async (): Promise<Store> => {
    const store = await openStore({ url, folder, key: testKey })
    opened.push(store)
    return store
  }
  return {
    store: await again(),
    file: dialect === 'sqlite' ? join(folder, 'callwright.db') : undefined,
    ...{ url, folder, again },
    async remove() {
      for (const store of opened) await store.close()
      await made?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ownDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is missing: run contract tests through vitest.config.ts, which starts a Postgres for them.')
  const name = `callwright_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await asked(server, `create database "${name}"`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asked(server, `drop database "${name}" with (force)`) }
}

async function asked(server: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
