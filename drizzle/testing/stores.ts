import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
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
  /** Runs SQL behind the store's back, as somebody with the database's password could. */
  tamper(text: string): Promise<Record<string, unknown>[]>
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
    tamper: async (text) => (url ? asked(url, text) : askedFile(join(folder, 'callwright.db'), text)),
    async remove() {
      for (const store of opened) await store.close()
      await made?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ownDatabase(): Promise<{ url: string; drop(): Promise<unknown> }> {
  const server = process.env.TEST_DATABASE_URL
  if (!server)
    throw new Error('TEST_DATABASE_URL is missing: run contract tests through vitest.config.ts, which starts a Postgres for them.')
  const name = `callwright_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  // template0: nobody is ever connected to it, which would keep two tests from making databases at the same time.
  await asked(server, `create database "${name}" template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asked(server, `drop database "${name}" with (force)`) }
}

async function asked(server: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function askedFile(file: string, text: string): Record<string, unknown>[] {
  const connection = new Database(file)
  try {
    const statement = connection.prepare<[], Record<string, unknown>>(text)
    if (statement.reader) return statement.all()
    statement.run()
    return []
  } finally {
    connection.close()
  }
}
