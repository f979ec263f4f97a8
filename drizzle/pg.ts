import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { migrationsFolder } from './migrations-folder'
import { pgSchema } from './schema.pg'
import { type Db, Outage, type Store, type Tx } from './store'
import type { Vault } from './vault/vault'

const mostTries = 20
/** Any number, the same for every process of this product: who holds it, migrates. */
const migrationLock = 7_264_301

/** The doors of one Postgres database. */
export async function openPg(url: string, vault: Vault): Promise<Pick<Store, 'dialect' | 'read' | 'write' | 'close'>> {
  await migrated(url)
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 8_000,
    application_name: 'callwright',
  })
  // A server that restarts raises `error` on idle and on busy connections; unheard, it would end this process.
  pool.on('error', ignored)
  pool.on('connect', (client) => client.on('error', ignored))
  const db = drizzle(pool, { casing: 'snake_case' })
  const writing = new AsyncLocalStorage<true>()
  const txOf = (from: unknown): Tx => ({ db: from as Db, t: pgSchema, vault })
  const inside = (): boolean => writing.getStore() === true
  return {
    dialect: 'pg',
    async read(work) {
      if (inside()) throw new Error('read() inside write() would not see what was just written. Use the tx that write() gave.')
      return work(txOf(db)).catch(explained)
    },
    async write(work, { hot } = {}) {
      if (inside()) throw new Error('write() inside write() would be a second transaction. Use the tx that write() gave.')
      return again(db, {
        isolationLevel: hot ? 'read committed' : 'serializable',
        work: (from) => writing.run(true, () => work(txOf(from))),
      })
    },
    close: () => pool.end(),
  }
}

const ignored = (): void => {}

interface Attempt<Result> {
  isolationLevel: 'read committed' | 'serializable'
  work(from: unknown): Promise<Result>
}

/** Transactions that lost a race run again, after a pause that grows and differs so that they do not meet again. */
async function again<Result>(db: NodePgDatabase, { isolationLevel, work }: Attempt<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction(work, { isolationLevel })
    } catch (error) {
      const lostRace = ['40001', '40P01'].includes(codeOf(error))
      if (!lostRace || tries === mostTries) return explained(error)
      await pause(Math.random() * Math.min(10 * tries, 100))
    }
  }
}

/** Postgres' code: Drizzle wraps the driver's error. */
function codeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause !== undefined ? error.cause : error
  return typeof inner === 'object' && inner !== null && 'code' in inner ? String(inner.code) : ''
}

/** Classes of errors that say "not now": connection, resources, operator, system; and Node's own for sockets. */
function explained(error: unknown): never {
  const code = codeOf(error)
  const message = error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}` : ''
  const away =
    /^(08|53|57|58|25006|40)/.test(code) || /^E[A-Z]{4,}$/.test(code) || /terminated|timeout exceeded|Connection ended/i.test(message)
  if (away) throw new Outage('The database cannot be reached or cannot do this now.', { cause: error })
  throw error
}

/** On a connection of its own: neither a pooler nor the lock's holder may change in between. */
async function migrated(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'callwright migration' })
  client.on('error', ignored)
  try {
    await client.connect()
  } catch (cause) {
    throw new Outage('Postgres cannot be reached at DATABASE_URL. Check the address, the password and that it is running.', { cause })
  }
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder('pg') })
  } finally {
    await client.end()
  }
}
