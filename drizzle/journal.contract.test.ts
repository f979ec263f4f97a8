import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LineStore } from '#engine/ports'
import { erasePerson } from './erasure'
import { createLineStore } from './lines'
import { verifyJournal } from './lines/verify'
import { type CallCursor, calls } from './queries/calls'
import { addressesOf } from './queries/persons'
import { aCommit, aLeg, anEntry, aSession, later, noon } from './testing/commits'
import { dialects, openTestStore, type TestStore } from './testing/stores'

describe.each(dialects)('the journal on %s', (dialect) => {
  let opened: TestStore
  let lines: LineStore
  beforeAll(async () => {
    opened = await openTestStore(dialect)
    lines = createLineStore(opened.store)
    await opened.tamper(dialect === 'pg' ? 'alter table journal disable trigger user' : 'drop trigger journal_refuses_update')
  })
  afterAll(() => opened.remove())

  const verdict = (session: string) => verifyJournal(opened.store, { organisation: 'clinic', session })
  /** A session of four entries. */
  const told = async (id: string, person?: string): Promise<void> => {
    const session = aSession({ id, person, theirs: '+12025550144' })
    await lines.commit(aCommit(session))
    for (const revision of [1, 2, 3]) {
      const entry = anEntry({ session: id, at: later(revision), facts: { queue: revision } })
      await lines.commit(
        aCommit(
          { ...session, revision },
          { expected: revision - 1, journal: [entry], outbox: [], legs: [aLeg({ session: id, sid: `CA-${id}` })] },
        ),
      )
    }
  }

  test('verifies as it was written', async () => {
    await told('whole')
    expect(await verdict('whole')).toEqual({ ok: true, entries: 4, erased: 0 })
  })

  test.each([
    [
      'a changed fact',
      `update journal set facts = replace(facts, '"turn":0', '"turn":5') where session = 'fact' and sequence = 2`,
      'fact',
      { at: 2, because: 'changed' },
    ],
    [
      'a changed payload',
      `update journal set sealed = replace(sealed, 'A', 'B') where session = 'payload' and sequence = 3`,
      'payload',
      { at: 3, because: 'changed' },
    ],
    ['a missing entry', `delete from journal where session = 'missing' and sequence = 2`, 'missing', { at: 2, because: 'gap' }],
    ['a cut end', `delete from journal where session = 'cut' and sequence = 4`, 'cut', { at: 4, because: 'cut-short' }],
    [
      'a broken link',
      `update journal set previous = hash where session = 'link' and sequence = 3`,
      'link',
      { at: 3, because: 'broken-link' },
    ],
  ])('shows %s', async (_, text, session, expected) => {
    await told(session)
    await opened.tamper(text)
    expect(await verdict(session)).toMatchObject({ ok: false, ...expected })
  })

  test('cannot be read after the person was erased, and still verifies', async () => {
    const person = await lines.person({ organisation: 'clinic', address: '+12025550144', at: noon })
    if (!person) throw new Error('no person')
    await told('erased', person)
    const timer = { organisation: 'clinic', session: 'erased', id: 't', event: 'xstate.after.1.t', dueAt: noon }
    await lines.commit(
      aCommit(aSession({ id: 'erased', person, revision: 4 }), { expected: 3, timers: { start: [timer], stop: [], stopAll: false } }),
    )
    await lines.commit(aCommit(aSession({ id: 'bystander' })))

    expect(await erasePerson(opened.store, { organisation: 'clinic', person, at: later(60) })).toBe(1)

    const found = await lines.session('clinic', 'erased')
    expect(found?.session).toMatchObject({ status: 'ended', outcome: 'erased', snapshot: undefined, theirs: '' })
    expect(found?.legs[0]).toMatchObject({ answer: '', current: '' })
    expect((await lines.journal('clinic', 'erased'))[1]).toMatchObject({
      event: undefined,
      facts: {},
      verbs: [],
      note: 'erased',
      kind: 'turn',
      before: [],
    })
    expect(await verdict('erased')).toEqual({ ok: true, entries: 5, erased: 5 })
    expect(await opened.store.read((tx) => addressesOf(tx, { organisation: 'clinic', person }))).toEqual([])
    expect(await lines.takeTimers({ now: later(600), leaseMs: 1000, most: 9 })).toEqual([])
    expect((await lines.session('clinic', 'bystander'))?.session.theirs).toBe('+12025550188')
    const again = await lines.person({ organisation: 'clinic', address: '+12025550144', at: later(61) })
    expect(again).not.toBe(person)
  })

  test('is not brought back by a step that was under way when its person was erased', async () => {
    const person = await lines.person({ organisation: 'clinic', address: '+12025550145', at: noon })
    if (!person) throw new Error('no person')
    const session = aSession({ id: 'under-way', person })
    await lines.commit(aCommit(session))
    await erasePerson(opened.store, { organisation: 'clinic', person, at: later(60) })
    expect(await lines.commit(aCommit({ ...session, revision: 1 }, { expected: 0 }))).toBe('stale')
    expect((await lines.session('clinic', 'under-way'))?.session).toMatchObject({ status: 'ended', outcome: 'erased' })
    expect(await lines.journal('clinic', 'under-way')).toMatchObject([{ note: 'erased' }])
  })

  test('stays unreadable for a process that starts afterwards', async () => {
    const later = createLineStore(await opened.again())
    expect((await later.session('clinic', 'erased'))?.session.snapshot).toBeUndefined()
    expect((await later.journal('clinic', 'whole'))[0]?.event).toMatchObject({ digits: '1' })
  })

  test('is found page by page, latest call first', async () => {
    const page = (most: number, cursor?: CallCursor) => opened.store.read((tx) => calls(tx, { organisation: 'clinic', most, cursor }))
    const all = await page(50)
    const first = await page(3)
    const last = first[2]
    expect(first).toHaveLength(3)
    expect([...first, ...(await page(50, last && { startedAt: last.startedAt, id: last.id }))]).toEqual(all)
    const theirsBlind = opened.store.vault.blind('clinic', '+12025550188')
    const [mine, ...others] = await opened.store.read((tx) => calls(tx, { organisation: 'clinic', theirsBlind, most: 9 }))
    expect(mine?.id).toBe('bystander')
    expect(others).toEqual([])
  })
})
