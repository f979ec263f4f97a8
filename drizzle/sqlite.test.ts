import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addFlow, flow } from './queries/flows'
import type { Tx } from './store'
import { noon } from './testing/commits'
import { openTestStore, type TestStore } from './testing/stores'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore('sqlite')
})
afterAll(() => opened.remove())

// The doors hand out the builder both dialects share; what only SQLite has is asked of the driver behind it.
const pragma = ({ db }: Tx, name: string): unknown =>
  Object.values((db as unknown as BetterSQLite3Database).get<Record<string, unknown>>(sql.raw(`pragma ${name}`)))[0]

describe('the writer of a SQLite file', () => {
  // sqlite.org/pragma.html#pragma_synchronous: 2 is FULL. With less, a commit of the log may be lost when the power is.
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
  ])('runs with %s = %s', async (name, value) => {
    expect(await opened.store.write(async (tx) => pragma(tx, name))).toBe(value)
  })
})

test('the reader of a SQLite file can change nothing', async () => {
  const late = { organisation: 'clinic', id: 'late', name: 'late', createdAt: noon }
  await expect(opened.store.read((tx) => addFlow(tx, late))).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
  expect(await opened.store.read((tx) => flow(tx, { organisation: 'clinic', id: 'late' }))).toBeUndefined()
})
