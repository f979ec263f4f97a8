import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalText, hashOfText } from '#flows/canonical'
import { verifyChain } from '#flows/release/audit'
import { appendAudit, auditAfter, auditEntries, auditHead, wholeAudit } from './queries/audit'
import { addEdit, lastRevision, putSnapshot, snapshot } from './queries/drafts'
import { addRelease } from './queries/releases'
import { transition } from './queries/submissions'
import type { Store } from './store'
import { noon } from './testing/commits'
import { fillHouse } from './testing/house'
import { dialects, openTestStore, type TestStore } from './testing/stores'

describe.each(dialects)('what must stay as it was on %s', (dialect) => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openTestStore(dialect)
    await fillHouse(opened.store, 'clinic')
  })
  afterAll(() => opened.remove())

  test.each(['audit_log', 'releases', 'release_parts', 'signatures', 'revocations', 'draft_edits'])(
    '%s refuses update and delete',
    async (table) => {
      const count = async () => (await opened.tamper(`select organisation from ${table}`)).length
      const before = await count()
      expect(before).toBeGreaterThan(0)
      await expect(opened.tamper(`update ${table} set organisation = 'other'`)).rejects.toThrow('append-only')
      await expect(opened.tamper(`delete from ${table}`)).rejects.toThrow('append-only')
      expect(await count()).toBe(before)
    },
  )

  test('the journal refuses updates', async () => {
    await expect(opened.tamper(`update journal set facts = '{}'`)).rejects.toThrow('append-only')
  })

  const noted = (store: Store, id: string, { thenFail = false } = {}) =>
    store.write(async (tx) => {
      await appendAudit(tx, {
        organisation: 'audited',
        at: noon,
        person: 'ben',
        write({ sequence, previous }) {
          const text = canonicalText({
            ...{ v: 1, organisation: 'audited', seq: sequence, ts_utc: noon.toISOString(), actor: { id: 'ben', name: 'Ben', roles: [] } },
            ...{ object: { type: 'person', id, version: null }, before_sha256: null, after_sha256: null, reason: null, request_id: null },
            ...{ session_ref: null, node_id: null, prev_hash: previous, action: 'person.signed_in', details: { components: ['password'] } },
          })
          return { action: 'person.signed_in', text, hash: hashOfText('audit', text) }
        },
      })
      if (thenFail) throw new Error('the act failed')
    })

  test('the audit log has no gap, whoever writes at once and whatever fails', async () => {
    const other = await opened.again()
    const acts = Array.from({ length: 16 }, (_, index) =>
      noted(index % 2 ? opened.store : other, `p${index}`, { thenFail: index % 4 === 3 }),
    )
    const done = await Promise.allSettled(acts)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(12)
    const chain = await opened.store.read((tx) => wholeAudit(tx, { organisation: 'audited' }))
    expect(chain.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
    const head = await opened.store.read((tx) => auditHead(tx, { organisation: 'audited' }))
    expect(verifyChain(chain, { head: { seq: head.sequence, hash: head.hash } })).toMatchObject({ ok: true, entries: 12 })
  })

  test('the audit log is read page by page, from either end', async () => {
    const newest = await opened.store.read((tx) => auditEntries(tx, { organisation: 'audited', before: 10, most: 2 }))
    expect(newest.map(({ sequence }) => sequence)).toEqual([9, 8])
    const oldest = await opened.store.read((tx) => auditAfter(tx, { organisation: 'audited', after: 2, most: 2 }))
    expect(oldest.map(({ sequence }) => sequence)).toEqual([3, 4])
  })

  test('a draft takes each revision once, and its cache only grows newer', async () => {
    const edit = (revision: number) => ({ organisation: 'clinic', flow: 'ivr', revision, base: 2, at: noon, edit: '{}' })
    const both = await Promise.all([1, 2].map(() => opened.store.write((tx) => addEdit(tx, edit(3)))))
    expect(both.sort()).toEqual([false, true])
    expect(await opened.store.write((tx) => addEdit(tx, edit(5)))).toBe(false)
    expect(await opened.store.read((tx) => lastRevision(tx, { organisation: 'clinic', flow: 'ivr' }))).toBe(3)
    await opened.store.write((tx) => putSnapshot(tx, { organisation: 'clinic', flow: 'ivr', revision: 1, draft: 'older' }))
    expect((await opened.store.read((tx) => snapshot(tx, { organisation: 'clinic', flow: 'ivr' })))?.revision).toBe(2)
  })

  test('a release takes the next version or none, and its texts keep every byte', async () => {
    const text = '{"é":"\\u0000 雪","a":1}'
    const release = {
      organisation: 'clinic',
      flow: 'ivr',
      createdAt: noon,
      revision: 2,
      manifestText: text,
      chartText: text,
      contentText: text,
      layoutText: text,
      parts: [],
    }
    expect(await opened.store.write((tx) => addRelease(tx, { ...release, hash: 'far', version: 7 }))).toBe(false)
    expect(await opened.store.write((tx) => addRelease(tx, { ...release, hash: 'next', version: 3 }))).toBe(true)
    const [row] = await opened.tamper(`select manifest_text from releases where hash = 'next'`)
    expect(row?.manifest_text).toBe(text)
  })

  test('of two who decide on a release at once, one is told that it was too late', async () => {
    const decide = (to: string) =>
      opened.store.write((tx) =>
        transition(tx, { organisation: 'clinic', release: 'hash-2', from: ['in_review'], to, person: 'eve', at: noon }),
      )
    expect((await Promise.all([decide('approved'), decide('changes_requested')])).sort()).toEqual([false, true])
  })
})
