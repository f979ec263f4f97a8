import * as p from 'drizzle-orm/pg-core'
import * as s from 'drizzle-orm/sqlite-core'

/**
 * The words tables are written in. Each means the same in both dialects: instants are UTC milliseconds, `text` keeps its bytes
 * (signed documents are text, never `jsonb`), `list` is small unsigned JSON.
 */
export const sqliteKit = {
  table: s.sqliteTable,
  index: s.index,
  unique: s.uniqueIndex,
  primaryKey: s.primaryKey,
  foreignKey: s.foreignKey,
  text: () => s.text(),
  int: () => s.integer(),
  bool: () => s.integer({ mode: 'boolean' }),
  instant: () => s.integer({ mode: 'timestamp_ms' }),
  oneOf: <const T extends [string, ...string[]]>(values: T) => s.text({ enum: values }),
  list: <T>() => s.text({ mode: 'json' }).$type<readonly T[]>(),
  bytes: () => s.blob({ mode: 'buffer' }),
}

export type Kit = typeof sqliteKit

const bytea = p.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** The same words for Postgres. */
export const pgKit = {
  table: p.pgTable,
  index: p.index,
  unique: p.uniqueIndex,
  primaryKey: p.primaryKey,
  foreignKey: p.foreignKey,
  text: () => p.text(),
  int: () => p.integer(),
  bool: () => p.boolean(),
  instant: () => p.timestamp({ withTimezone: true, mode: 'date', precision: 3 }),
  oneOf: <const T extends [string, ...string[]]>(values: T) => p.text({ enum: values }),
  list: <T>() => p.jsonb().$type<readonly T[]>(),
  bytes: () => bytea(),
} satisfies Record<keyof Kit, unknown>
