import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqliteSchema } from './schema.sqlite'
import type { Tx } from './store'
import { casesOfQueries, crossing } from './testing/cases'
import { fillHouse, fillMore } from './testing/house'
import { exportedQueries } from './testing/queries'
import { dialects, openTestStore, type TestStore } from './testing/stores'

const tables = Object.keys(sqliteSchema) as (keyof typeof sqliteSchema)[]

/** Two results are the same when they say the same; what was sealed differs each time, and ids of chance too. */
const said = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (key, item: unknown) => (typeof item === 'string' && (item.startsWith('cw1|') || unlike.has(key)) ? '…' : item)))
const unlike = new Set(['theirsBlind', 'blind', 'hash', 'previous', 'journalHead', 'facts', 'id'])

async function rowsOf({ db, t }: Tx, organisation: string): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {}
  for (const name of tables) {
    const found = await db.select().from(t[name]).where(eq(t[name].organisation, organisation))
    rows[name] = found.map((row) => JSON.stringify(said(row))).sort()
  }
  return rows
}

class Enough extends Error {}

/** Runs a query for an organisation, looks at the rows after it, and takes everything back. */
async function tried({ store }: TestStore, name: string, organisation: string, watched: string) {
  let seen: { answer: unknown; before: unknown; after: unknown } | undefined
  await store
    .write(async (tx) => {
      const before = await rowsOf(tx, watched)
      const answer = said(await casesOfQueries[name]?.(tx, organisation))
      seen = { answer, before, after: await rowsOf(tx, watched) }
      throw new Enough()
    })
    .catch((error) => {
      if (!(error instanceof Enough)) throw error
    })
  if (!seen) throw new Error(`${name} was not tried.`)
  return seen
}

describe('the list of queries', () => {
  test('has a case for every exported query function, and no other', async () => {
    expect([...Object.keys(casesOfQueries), ...crossing].sort()).toEqual(await exportedQueries())
  })
})

describe.each(dialects)('two organisations in one database on %s', (dialect) => {
  let alone: TestStore
  let together: TestStore
  beforeAll(async () => {
    ;[alone, together] = await Promise.all([openTestStore(dialect), openTestStore(dialect)])
    await fillHouse(together.store, 'a')
    await fillMore(together.store, 'a')
    await fillHouse(together.store, 'b')
    await fillHouse(alone.store, 'b')
  })
  afterAll(() => Promise.all([alone.remove(), together.remove()]))

  test('fills every table that is ever written', async () => {
    const rows = await together.store.read((tx) => rowsOf(tx, 'b'))
    expect(tables.filter((name) => rows[name]?.length === 0)).toEqual(['contacts'])
  })

  test.each(Object.keys(casesOfQueries))('%s answers and changes as if the other organisation were not there', async (name) => {
    const lonely = await tried(alone, name, 'b', 'b')
    const sharing = await tried(together, name, 'b', 'b')
    const other = await tried(together, name, 'b', 'a')
    expect(sharing).toEqual(lonely)
    expect(other.after).toEqual(other.before)
    const changed = JSON.stringify(lonely.after) !== JSON.stringify(lonely.before)
    expect(changed || isSomething(lonely.answer), 'the case must find or change something, or it proves nothing').toBe(true)
  })
})

const isSomething = (answer: unknown): boolean => answer !== null && answer !== false && answer !== 0 && JSON.stringify(answer) !== '[]'
