import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LineStore, OutboxRow, SessionRow, TimerRow } from '#engine/ports'
import { createLineStore } from './lines'
import { aCommit, aLeg, anEntry, aSession, later, noon } from './testing/commits'
import { dialects, openTestStore, type TestStore } from './testing/stores'

describe.each(dialects)('the line store on %s', (dialect) => {
  let opened: TestStore
  let lines: LineStore
  beforeAll(async () => {
    opened = await openTestStore(dialect)
    lines = createLineStore(opened.store)
  })
  afterAll(() => opened.remove())

  const workOf = (id: string, changes: Partial<OutboxRow> = {}): OutboxRow => ({
    ...{ organisation: 'clinic', id: `o-${id}`, session: id, account: 'main', key: `key-${id}`, attempts: 0, notBefore: noon },
    work: { kind: 'text', to: '+12025550188', from: '+12025550100', body: 'Your refill is ready.', media: [] },
    ...changes,
  })
  const timerOf = (session: string, id: string, changes: Partial<TimerRow> = {}): TimerRow => ({
    ...{ organisation: 'clinic', session, id, event: `xstate.after.1000.${id}`, dueAt: later(1) },
    ...changes,
  })

  test('gives back what was committed', async () => {
    const person = await lines.person({ organisation: 'clinic', address: '+12025550199', at: noon })
    const session = aSession({ id: 'whole', release: 'f'.repeat(64), person, snapshot: { value: 'menu', context: { said: '雪 ❄️' } } })
    const leg = aLeg({
      session: 'whole',
      sid: 'CA-whole',
      script: [{ verb: 'pause', seconds: 1 }],
      node: 'ladder',
      rung: 2,
      role: 'callee',
    })
    const entry = anEntry({ session: 'whole', facts: { open: true }, prompts: ['a'.repeat(64)], note: 'slow' })
    expect(await lines.commit(aCommit(session, { legs: [leg], journal: [entry] }))).toBe('committed')
    expect(await lines.session('clinic', 'whole')).toEqual({ session, legs: [leg] })
    expect(await lines.sessionBySid('clinic', 'CA-whole')).toEqual({ session, legs: [leg] })
    expect(await lines.journal('clinic', 'whole')).toEqual([
      { ...entry, sequence: 1, previous: '0'.repeat(64), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  })

  test('refuses a step on a revision that is gone, and writes nothing of it', async () => {
    await lines.commit(aCommit(aSession({ id: 'cas' })))
    const late = aCommit(aSession({ id: 'cas', revision: 8, outcome: 'late' }), {
      expected: 7,
      inbox: 'late-request',
      outbox: [workOf('cas')],
      timers: { start: [timerOf('cas', 't')], stop: [], stopAll: false },
    })
    expect(await lines.commit(late)).toBe('stale')
    expect(await lines.commit(aCommit(aSession({ id: 'cas' })))).toBe('stale')
    expect(await lines.seen('clinic', 'late-request')).toBe(false)
    expect((await lines.session('clinic', 'cas'))?.session.outcome).toBeUndefined()
    expect(await lines.journal('clinic', 'cas')).toHaveLength(1)
    expect(await lines.takeOutbox({ now: later(60), leaseMs: 1000, most: 9, key: 'key-cas' })).toEqual([])
  })

  test('lets one of eight concurrent steps through, and the others after they read again', async () => {
    await lines.commit(aCommit(aSession({ id: 'race' })))
    const results: string[] = []
    const climb = async (writer: number): Promise<void> => {
      for (;;) {
        const now = (await lines.session('clinic', 'race'))?.session
        if (!now) throw new Error('The session is gone.')
        const next = { ...now, revision: now.revision + 1, snapshot: { by: writer } }
        const result = await lines.commit(aCommit(next, { expected: now.revision }))
        results.push(result)
        if (result === 'committed') return
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, writer) => climb(writer)))
    expect(results.filter((result) => result === 'committed')).toHaveLength(8)
    expect(results.filter((result) => result === 'stale').length).toBeGreaterThan(0)
    expect((await lines.session('clinic', 'race'))?.session.revision).toBe(8)
    expect((await lines.journal('clinic', 'race')).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('commits a repeated request once', async () => {
    const first = aCommit(aSession({ id: 'twice' }), { inbox: 'SM1' })
    const results = await Promise.all([lines.commit(first), lines.commit(first), lines.commit(first)])
    expect(results.sort()).toEqual(['committed', 'duplicate', 'duplicate'])
    expect(await lines.seen('clinic', 'SM1')).toBe(true)
    expect(await lines.journal('clinic', 'twice')).toHaveLength(1)
  })

  test('opens one thread when two first texts arrive at once', async () => {
    const thread = (id: string) =>
      aCommit(aSession({ id, channel: 'sms', theirs: '+12025550111' }), { legs: [aLeg({ session: id, sid: 'thread' })] })
    const results = await Promise.all([lines.commit(thread('thread-a')), lines.commit(thread('thread-b'))])
    expect(results.sort()).toEqual(['committed', 'stale'])
    const found = await lines.thread({ organisation: 'clinic', ours: '+12025550100', theirs: '+12025550111' })
    expect(found?.session.theirs).toBe('+12025550111')
    expect(await lines.sessionBySid('clinic', 'thread')).toBeUndefined()
  })

  test('keeps the texts of one matter together: a new thread within a day goes on with the contact, all else begins one', async () => {
    const person = await lines.person({ organisation: 'clinic', address: '+12025550166', at: noon })
    const another = await lines.person({ organisation: 'clinic', address: '+12025550167', at: noon })
    const day = 24 * 60 * 60
    const begun: [string, Partial<SessionRow>][] = [
      ['matter-1', {}],
      ['matter-2', { startedAt: later(day) }],
      ['matter-3', { startedAt: later(day + 1) }],
      ['matter-4', { startedAt: later(day + 2) }],
      ['matter-5', { startedAt: later(day + 2), channel: 'voice' }],
      ['matter-6', { startedAt: later(day + 2), flow: 'other' }],
      ['matter-7', { startedAt: later(day + 2), person: another, theirs: '+12025550167' }],
      ['matter-8', { startedAt: later(day + 2), person: undefined, theirs: 'anonymous' }],
      ['matter-9', { startedAt: later(day + 2), person: undefined, theirs: 'unknown' }],
    ]
    for (const [id, changes] of begun) {
      const session = aSession({ id, channel: 'sms', person, theirs: '+12025550166', status: 'ended', endedAt: later(9), ...changes })
      expect(await lines.commit(aCommit(session))).toBe('committed')
    }
    const rows = await opened.tamper(`select id, contact from sessions where id like 'matter-%' order by id`)
    expect(rows.map(({ contact }) => contact)).toEqual([1, 1, 3, 3, 5, 6, 7, 8, 9].map((n) => `matter-${n}`))
    const contacts = await opened.tamper(`select id, person from contacts where id like 'matter-%' order by id`)
    expect(contacts.map(({ id }) => id)).toEqual([1, 3, 5, 6, 7, 8, 9].map((n) => `matter-${n}`))
    expect(contacts.map((row) => row.person)).toEqual([person, person, person, person, another, null, null])
  })

  test('hands each due timer to one taker, and again when its lease is over', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `t${index}`)
    await lines.commit(
      aCommit(aSession({ id: 'timers' }), { timers: { start: ids.map((id) => timerOf('timers', id)), stop: [], stopAll: false } }),
    )
    expect(await lines.takeTimers({ now: noon, leaseMs: 5000, most: 20 })).toEqual([])
    const taken = await Promise.all([1, 2, 3].map(() => lines.takeTimers({ now: later(2), leaseMs: 5000, most: 20 })))
    expect(
      taken
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids)
    expect(taken.flat()[0]?.event).toMatch(/^xstate\.after/)
    expect(await lines.takeTimers({ now: later(3), leaseMs: 5000, most: 20 })).toEqual([])
    expect(await lines.takeTimers({ now: later(8), leaseMs: 5000, most: 20 })).toHaveLength(10)
    const next = aSession({ id: 'timers', revision: 1 })
    await lines.commit(
      aCommit(next, {
        expected: 0,
        timers: { start: [timerOf('timers', 't0', { dueAt: later(30) })], stop: ['t0', 't1'], stopAll: false },
      }),
    )
    const left = await lines.takeTimers({ now: later(60), leaseMs: 5000, most: 20 })
    expect(left.map(({ id }) => id)).toEqual(['t2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't0'])
    await lines.commit(aCommit({ ...next, revision: 2 }, { expected: 1, timers: { start: [], stop: [], stopAll: true } }))
    expect(await lines.takeTimers({ now: later(600), leaseMs: 5000, most: 20 })).toEqual([])
  })

  test('commits nothing for a timer that was stopped or started anew after it was taken', async () => {
    const started = (dueAt: Date) => ({ start: [timerOf('outrun', 't', { dueAt })], stop: [], stopAll: false })
    const session = aSession({ id: 'outrun' })
    await lines.commit(aCommit(session, { timers: started(later(1)) }))
    const [due] = (await lines.takeTimers({ now: later(1), leaseMs: 5000, most: 9 })).filter((timer) => timer.session === 'outrun')
    if (!due) throw new Error('The timer was not due.')
    await lines.commit(aCommit({ ...session, revision: 1 }, { expected: 0, timers: started(later(700)) }))
    const fires = (fired: { id: string; dueAt: Date }) =>
      lines.commit(aCommit({ ...session, revision: 2 }, { expected: 1, timers: { start: [], stop: [], stopAll: false, fired } }))
    expect(await fires(due)).toBe('duplicate')
    expect((await lines.session('clinic', 'outrun'))?.session.revision).toBe(1)
    expect(await fires({ id: 't', dueAt: later(700) })).toBe('committed')
    expect(await fires({ id: 't', dueAt: later(700) })).toBe('stale')
  })

  test('keeps work that is born leased for whoever committed it, until the lease is over', async () => {
    const row = workOf('born', { attempts: 1, leasedUntil: later(15) })
    await lines.commit(aCommit(aSession({ id: 'born' }), { outbox: [row] }))
    expect(await lines.takeOutbox({ now: later(14), leaseMs: 1000, most: 9, key: row.key })).toEqual([])
    expect(await lines.takeOutbox({ now: later(16), leaseMs: 1000, most: 9, key: row.key })).toMatchObject([{ id: row.id, attempts: 2 }])
    await lines.settle({ organisation: 'clinic', id: row.id, result: 'done' })
  })

  test('keeps outside work until it is settled, and never takes the same key twice', async () => {
    const row = workOf('work')
    await lines.commit(aCommit(aSession({ id: 'work' }), { outbox: [row, { ...row, id: 'o-again' }] }))
    const [taken, nothing] = await Promise.all([1, 2].map(() => lines.takeOutbox({ now: noon, leaseMs: 1000, most: 9, key: row.key })))
    expect([...(taken ?? []), ...(nothing ?? [])]).toEqual([{ ...row, attempts: 1 }])
    await lines.settle({ organisation: 'clinic', id: row.id, result: 'retry', notBefore: later(10), error: 'busy' })
    expect(await lines.takeOutbox({ now: later(9), leaseMs: 1000, most: 9, key: row.key })).toEqual([])
    expect(await lines.takeOutbox({ now: later(10), leaseMs: 1000, most: 9, key: row.key })).toEqual([
      { ...row, attempts: 2, notBefore: later(10) },
    ])
    await lines.settle({ organisation: 'clinic', id: row.id, result: 'done' })
    expect(await lines.takeOutbox({ now: later(99), leaseMs: 1000, most: 9, key: row.key })).toEqual([])
    await lines.commit(aCommit(aSession({ id: 'work', revision: 1 }), { expected: 0, outbox: [{ ...row, id: 'o-later' }] }))
    expect(await lines.takeOutbox({ now: later(99), leaseMs: 1000, most: 9, key: row.key })).toEqual([])
  })

  test('makes one person of an address, and nobody of a withheld one', async () => {
    const ask = (address: string) => lines.person({ organisation: 'clinic', address, at: noon })
    const [one, two, three] = await Promise.all([ask('+12025550177'), ask('+12025550177'), ask('+12025550178')])
    expect(one).toBeDefined()
    expect(two).toBe(one)
    expect(three).not.toBe(one)
    expect(await ask('anonymous')).toBeUndefined()
    expect(await ask('+266696687')).toBeUndefined()
    expect(await lines.person({ organisation: 'other', address: '+12025550177', at: noon })).not.toBe(one)
  })

  test('remembers an opt-out until an opt-in', async () => {
    const between = { organisation: 'clinic', ours: '+12025550100', theirs: '+12025550166' }
    const consent = (change: 'stop' | 'start') => ({ address: between.theirs, ours: between.ours, change, at: noon })
    await lines.commit(aCommit(aSession({ id: 'stop' }), { consent: consent('stop') }))
    expect(await lines.suppressed(between)).toBe(true)
    expect(await lines.suppressed({ ...between, organisation: 'other' })).toBe(false)
    await lines.commit(aCommit(aSession({ id: 'stop', revision: 1 }), { expected: 0, consent: consent('start') }))
    expect(await lines.suppressed(between)).toBe(false)
  })

  test('finds the rung a reply answers while its session waits there', async () => {
    const theirs = '+12025550155'
    const asks = (rung: number): OutboxRow =>
      workOf('rung', {
        ...{ id: `o-rung-${rung}`, key: `rung-${rung}` },
        work: {
          kind: 'effect',
          effect: {
            effect: 'message',
            node: 'ladder',
            waits: false,
            to: theirs,
            words: { key: 'k', locale: 'en-US', text: 'Can you come?' },
            rung,
          },
        },
      })
    const key = { organisation: 'clinic', ours: '+12025550100', theirs }
    await lines.commit(aCommit(aSession({ id: 'rung', nodes: ['ladder'] }), { outbox: [asks(0)] }))
    await lines.commit(aCommit(aSession({ id: 'rung', nodes: ['ladder'], revision: 1 }), { expected: 0, outbox: [asks(1)] }))
    expect(await lines.openRung(key)).toEqual({ session: 'rung', node: 'ladder', rung: 1 })
    await lines.commit(aCommit(aSession({ id: 'rung', nodes: ['bye'], revision: 2 }), { expected: 1 }))
    expect(await lines.openRung(key)).toBeUndefined()
  })

  test('keeps a refusal that has no session', async () => {
    const { session: _, sequence: __, ...entry } = anEntry({ kind: 'refused', note: 'bad signature' })
    await expect(lines.note({ ...entry, account: 'main' })).resolves.toBeUndefined()
  })

  test('refuses a commit that does not grow the revision by one', async () => {
    await expect(lines.commit(aCommit(aSession({ id: 'twice', revision: 0 }), { expected: 0 }))).rejects.toThrow('must bring revision 1')
  })
})
