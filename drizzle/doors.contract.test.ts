import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from './open'
import { addFlow, flow, flows } from './queries/flows'
import { addRelease, nextVersion } from './queries/releases'
import { Outage, type Store } from './store'
import { noon } from './testing/commits'
import { dialects, openTestStore, type TestStore } from './testing/stores'

describe.each(dialects)('the doors of %s', (dialect) => {
  let opened: TestStore
  let store: Store
  const named = (id: string) => ({ organisation: 'clinic', id, name: id, createdAt: noon })
  beforeAll(async () => {
    opened = await openTestStore(dialect)
    store = opened.store
  })
  afterAll(() => opened.remove())

  test('write all of a work or nothing', async () => {
    const failing = store.write(async (tx) => {
      await addFlow(tx, named('half'))
      throw new Error('second thoughts')
    })
    await expect(failing).rejects.toThrow('second thoughts')
    expect(await store.read((tx) => flow(tx, { organisation: 'clinic', id: 'half' }))).toBeUndefined()
  })

  test('take back only the work that failed of those that were waiting together', async () => {
    const works = ['one', 'two', 'three'].map((id) =>
      store.write(async (tx) => {
        await addFlow(tx, named(`group-${id}`))
        if (id === 'two') throw new Error('no')
      }),
    )
    expect((await Promise.allSettled(works)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const kept = await store.read((tx) => flows(tx, { organisation: 'clinic' }))
    expect(kept.map(({ id }) => id).filter((id) => id.startsWith('group-'))).toEqual(['group-one', 'group-three'])
  })

  test('show committed rows only', async () => {
    let seen: unknown = 'nothing was read'
    let readInTheMiddle: () => void = () => {}
    const middle = new Promise<void>((resolve) => {
      readInTheMiddle = resolve
    })
    let goOn: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const writing = store.write(async (tx) => {
      await addFlow(tx, named('unseen'))
      readInTheMiddle()
      await held
    })
    await middle
    seen = await store.read((tx) => flow(tx, { organisation: 'clinic', id: 'unseen' }))
    goOn()
    await writing
    expect(seen).toBeUndefined()
    expect(await store.read((tx) => flow(tx, { organisation: 'clinic', id: 'unseen' }))).toBeDefined()
  })

  test('refuse a door inside a write', async () => {
    await expect(store.write(() => store.write(async () => {}))).rejects.toThrow('write() inside write()')
    await expect(store.write(() => store.read(async () => {}))).rejects.toThrow('read() inside write()')
  })

  test('give eight concurrent writers eight versions without a gap', async () => {
    await store.write((tx) => addFlow(tx, named('versions')))
    const other = await opened.again()
    const added = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 ? store : other).write(async (tx) => {
          const version = await nextVersion(tx, { organisation: 'clinic', flow: 'versions' })
          const texts = { manifestText: '{}', chartText: '{}', contentText: '{}', layoutText: '{}' }
          return addRelease(tx, {
            organisation: 'clinic',
            hash: `v${index}`,
            flow: 'versions',
            version,
            createdAt: noon,
            revision: 0,
            ...texts,
            parts: [],
          })
        }),
      ),
    )
    expect(added).toEqual(Array(8).fill(true))
    expect(await store.read((tx) => nextVersion(tx, { organisation: 'clinic', flow: 'versions' }))).toBe(9)
  })

  test('open an old database with another key with a sentence instead of failing call by call', async () => {
    await expect(openStore({ url: opened.url, folder: opened.folder, key: Buffer.alloc(32, 1) })).rejects.toThrow(
      'another installation key',
    )
  })

  test('migrate once when two processes start at the same time', async () => {
    const fresh = await openTestStore(dialect)
    await Promise.all([fresh.again(), fresh.again()])
    await fresh.remove()
  })
})

test('a file that another process keeps locked is an outage, and heals', async () => {
  const opened = await openTestStore('sqlite')
  const other = new Database(opened.file ?? '')
  other.exec('begin immediate')
  const write = () => opened.store.write((tx) => addFlow(tx, { organisation: 'clinic', id: 'late', name: 'late', createdAt: noon }))
  await expect(write()).rejects.toThrow(Outage)
  other.exec('rollback')
  other.close()
  expect(await write()).toBe(true)
  await opened.remove()
}, 15_000)

test('an address that is no database is refused with what to do', async () => {
  await expect(openStore({ url: 'mysql://x', folder: '/nowhere' })).rejects.toThrow('DATABASE_URL must start with postgres://')
  await expect(openStore({ url: 'postgres://nobody@127.0.0.1:9/none', folder: '/tmp', key: Buffer.alloc(32) })).rejects.toThrow(
    'Postgres cannot be reached',
  )
})
