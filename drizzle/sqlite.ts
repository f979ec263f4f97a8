import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { migrationsFolder } from './migrations-folder'
import { sqliteSchema } from './schema.sqlite'
import { type Db, Outage, type Store, type Tx } from './store'
import type { Vault } from './vault/vault'
import { createWriteQueue } from './write-queue'

/** How long a write waits for another process that holds the file. */
const patienceMs = 5_000

/** The doors of one SQLite file: one writer connection behind a queue, one read-only reader that sees committed rows. */
export function openSqlite(file: string, vault: Vault): Pick<Store, 'dialect' | 'read' | 'write' | 'close'> {
  mkdirSync(dirname(file), { recursive: true })
  migrated(file)
  const writer = new Database(file, { timeout: 50 })
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'recursive_triggers = ON']) writer.pragma(pragma)
  const reader = new Database(file, { readonly: true, timeout: patienceMs })
  const tx = txOf(writer, vault)
  const readTx = txOf(reader, vault)
  const writing = new AsyncLocalStorage<true>()
  const queue = createWriteQueue({
    begin: () => begun(writer),
    statement: (text) => void writer.exec(text),
    open: () => writer.inTransaction,
    run: (work) => writing.run(true, work),
  })
  return {
    dialect: 'sqlite',
    async read(work) {
      if (writing.getStore()) throw new Error('read() inside write() would not see what was just written. Use the tx that write() gave.')
      return work(readTx)
    },
    async write(work) {
      if (writing.getStore()) throw new Error('write() inside write() would wait for itself. Use the tx that write() gave.')
      return queue.add(() => work(tx)).catch(explained)
    },
    async close() {
      await queue.close()
      reader.close()
      writer.close()
    },
  }
}

function txOf(connection: Database.Database, vault: Vault): Tx {
  // The synchronous driver's builders are awaitable, so shared queries may treat both dialects as asynchronous.
  const db = drizzle(connection, { casing: 'snake_case' }) as unknown as Db
  return { db, t: sqliteSchema, vault }
}

/** Foreign keys are off before the migrator's own transaction begins; inside it the pragma does nothing, and a rebuilt table loses its children. */
function migrated(file: string): void {
  const connection = new Database(file, { timeout: patienceMs })
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('foreign_keys = OFF')
    migrate(drizzle(connection), { migrationsFolder: migrationsFolder('sqlite') })
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`The database ${file} has ${broken.length} rows that refer to nothing. Restore a backup.`)
  } finally {
    connection.close()
  }
}

/** Waits without blocking the process: callers on other sessions still get answers that need no write. */
async function begun(writer: Database.Database): Promise<void> {
  for (const end = performance.now() + patienceMs; ; await pause(20)) {
    try {
      writer.exec('begin immediate')
      return
    } catch (cause) {
      if (!codeOf(cause).startsWith('SQLITE_BUSY') || performance.now() > end) explained(cause)
    }
  }
}

function explained(error: unknown): never {
  if (!/^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/.test(codeOf(error))) throw error
  throw new Outage('The database file is locked, full or damaged.', { cause: error })
}

/** SQLite's code: Drizzle may wrap the driver's error. */
function codeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause !== undefined ? error.cause : error
  return typeof inner === 'object' && inner !== null && 'code' in inner ? String(inner.code) : ''
}
