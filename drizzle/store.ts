import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Schema } from './schema'
import type { DataKeys } from './vault/data-keys'
import type { Vault } from './vault/vault'

/** The builders both dialects share. No `.get()`, no `.for('update')`, no raw SQL results: always await, always `returning`. */
export type Db = Pick<
  BaseSQLiteDatabase<'async', unknown, Record<string, never>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
>

/** What every query function takes first. */
export interface Tx {
  db: Db
  t: Schema
  vault: Vault
}

export interface WriteOptions {
  /**
   * For work that compares and sets the rows it depends on: read committed on Postgres, so that neighbours do not make it run
   * again. Everything else is serializable.
   */
  hot?: boolean
}

/** The only two doors to the database. */
export interface Store {
  dialect: 'sqlite' | 'pg'
  vault: Vault
  keys: DataKeys
  /** Folder of this installation's files. */
  folder: string
  /** The installation key's file when this start made it. */
  createdKey: string | undefined
  /** Sees committed rows only. Not to be called inside `write`. */
  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  /**
   * All of `work` or nothing. Resolves when it is durable. `work` may run more than once and others wait for it: no I/O but
   * the given `tx`, no promise left unawaited.
   * @throws Outage when the database cannot be reached or stays locked.
   */
  write<Result>(work: (tx: Tx) => Promise<Result>, options?: WriteOptions): Promise<Result>
  close(): Promise<void>
}

/** The database is away, locked or full. Trying again later may help; nothing was changed. */
export class Outage extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Outage'
  }
}
