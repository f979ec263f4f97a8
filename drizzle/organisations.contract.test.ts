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
  JSON.parse(
    JSON.stringify(value ?? null, (key, item: unknown) =>
      typeof item === 'string' && (item.startsWith('cw1|') || unlike.has(key)) ? '…' : item,
    ),
  )
const unlike = new Set(['theirsBlind', 'blind', 'hash', 'previous', 'journalHead', 'facts', 'id'])

/** Every row of every table, by organisation. */
async function rowsOf({ db, t }: Tx): Promise<Record<'a' | 'b', string[]>> {
  const rows: Record<'a' | 'b', string[]> = { a: [], b: [] }
  for (const name of tables) {
    for (const row of await db.select().from(t[name])) {
      const { organisation } = row
      if (organisation !== '') rows[organisation === 'a' ? 'a' : 'b'].push(`${name} ${JSON.stringify(said(row))}`)
    }
  }
  return { a: rows.a.sort(), b: rows.b.sort() }
}

class Enough extends Error {}

/** Runs a query for organisation b, looks at all rows after it, and takes everything back. */
async function tried({ store }: TestStore, name: string): Promise<{ answer: unknown; rows: Record<'a' | 'b', string[]> }> {
  let seen: { answer: unknown; rows: Record<'a' | 'b', string[]> } | undefined
  await store
    .write(async (tx) => {
      const answer = said(await casesOfQueries[name]?.(tx, 'b'))
      seen = { answer, rows: await rowsOf(tx) }
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
  let before: Record<'a' | 'b', string[]>
  beforeAll(async () => {
    ;[alone, together] = await Promise.all([openTestStore(dialect), openTestStore(dialect)])
    await fillHouse(together.store, 'a')
    await fillMore(together.store, 'a')
    await fillHouse(together.store, 'b')
    await fillHouse(alone.store, 'b')
    before = await together.store.read(rowsOf)
  })
  afterAll(() => Promise.all([alone.remove(), together.remove()]))

  test('fills every table that is ever written', () => {
    expect(tables.filter((name) => !before.b.some((row) => row.startsWith(`${name} `)))).toEqual([])
  })

  test.each(Object.keys(casesOfQueries))('%s answers and changes as if the other organisation were not there', async (name) => {
    const lonely = await tried(alone, name)
    const sharing = await tried(together, name)
    expect(sharing.answer).toEqual(lonely.answer)
    expect(sharing.rows.b).toEqual(lonely.rows.b)
    expect(sharing.rows.a).toEqual(before.a)
    const changed = JSON.stringify(lonely.rows.b) !== JSON.stringify(before.b)
    expect(changed || isSomething(lonely.answer), 'the case must find or change something, or it proves nothing').toBe(true)
  })
})

const isSomething = (answer: unknown): boolean =>
  Array.isArray(answer) ? answer.some(isSomething) : answer !== null && answer !== false && answer !== 0
