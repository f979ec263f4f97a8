import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttp } from '../effects/client'
import type { Commit } from '../ports'
import { type Clinic, openClinic } from '../testing/clinic'
import { clinicMenu, flow, menuWords, node } from '../testing/drawings'
import { callOf, dials, nextOf, post, saidIn, texts } from '../testing/twilio'

let clinic: Clinic
let records: Server
let delayMs = 0
let asked = 0
let keys: unknown[] = []
let base = ''

beforeEach(async () => {
  delayMs = 0
  asked = 0
  keys = []
  records = createServer(({ headers }, response) => {
    asked++
    keys.push(headers['idempotency-key'])
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"slot":"Tuesday"}'), delayMs)
  })
  await new Promise<void>((resolve) => records.listen(0, '127.0.0.1', resolve))
  const { port } = records.address() as AddressInfo
  base = `http://127.0.0.1:${port}`
  clinic = await openClinic({ http: createHttp({ allow: [`127.0.0.1:${port}`] }), config: { effectBudgetMs: 300 } })
})
afterEach(async () => {
  await clinic.close()
  records.closeAllConnections()
  await new Promise((resolve) => records.close(resolve))
})

const asking = (channel: 'voice' | 'sms', url = base, method = 'GET') =>
  flow(
    {
      start: node('start', { by: [channel === 'voice' ? 'call' : 'message'] }, { [channel === 'voice' ? 'call' : 'message']: 'greet' }),
      greet: node('say', { prompt: 'greet.prompt' }, { next: 'lookup' }),
      lookup: node(
        'http',
        { method, url, headers: [], mapping: [], holding: 'lookup.holding', timeoutMs: 3000 },
        { ok: 'found', failed: 'lost' },
      ),
      found: node('end', { prompt: 'found.prompt', outcome: 'found' }),
      lost: node('end', { prompt: 'lost.prompt', outcome: 'lost' }),
    },
    { channels: [channel] },
  )
const words = {
  'greet.prompt': 'Let me look.',
  'lookup.holding': 'One moment, please.',
  'found.prompt': 'It is {{ results.lookup.parsed.slot }}.',
  'lost.prompt': 'I could not look.',
}

async function until<T>(look: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const value = await look()
    if (good(value)) return value
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  throw new Error('It never came to that.')
}

describe('an effect the caller waits for', () => {
  test('that comes in time is part of the same answer', async () => {
    await clinic.rings(asking('voice'), words)
    const opened = await dials(clinic.engine, 'CA1')
    expect(saidIn(opened.xml)).toEqual(['Let me look.', 'It is Tuesday.'])
    expect(await dials(clinic.engine, 'CA1')).toEqual(opened)
    expect(asked).toBe(1)
  })

  test('that takes longer than the budget holds the caller, who polls until it is there', async () => {
    delayMs = 700
    await clinic.rings(asking('voice'), words)
    const opened = await dials(clinic.engine, 'CA1')
    expect(saidIn(opened.xml)).toEqual(['Let me look.', 'One moment, please.'])
    const poll = nextOf(opened.xml)
    expect(poll).toContain('k=poll')
    const early = await post(clinic.engine, poll, callOf('CA1'))
    expect(saidIn(early.xml)).toEqual([])
    expect(nextOf(early.xml)).toContain('k=poll')
    const late = await until(
      () => post(clinic.engine, nextOf(early.xml), callOf('CA1')),
      ({ xml }) => saidIn(xml).length > 0,
    )
    expect(saidIn(late.xml)).toEqual(['It is Tuesday.'])
    expect(await dials(clinic.engine, 'CA1')).toEqual(opened)
    expect(asked).toBe(1)
  })

  test('that came meanwhile changes what is next, but not the answer to the turn that asked for it', async () => {
    delayMs = 500
    const menu = clinicMenu('voice').nodes.main
    const { lookup, found, lost } = asking('voice').nodes
    if (!menu || !lookup || !found || !lost) throw new Error('The drawings have changed.')
    const start = node('start', { by: ['call'] }, { call: 'main' })
    const main = { ...menu, wires: { refill: 'lookup', nurse: 'lost', no_answer: 'lost' } }
    await clinic.rings(flow({ start, main, lookup, found, lost }), { ...menuWords, ...words })
    const turn = nextOf((await dials(clinic.engine, 'CA1')).xml)
    const press = () => post(clinic.engine, turn, callOf('CA1', { Digits: '1' }))
    const held = await press()
    expect(saidIn(held.xml)).toEqual(['One moment, please.'])
    const poll = nextOf(held.xml)
    const told = await until(
      () => post(clinic.engine, poll, callOf('CA1')),
      ({ xml }) => saidIn(xml).length > 0,
    )
    expect(saidIn(told.xml)).toEqual(['It is Tuesday.'])
    expect(await press()).toEqual(held)
    expect(await post(clinic.engine, poll, callOf('CA1'))).toEqual(told)
    expect(asked).toBe(1)
  })

  test('that nobody finished is taken up by another process when the lease runs out', async () => {
    delayMs = 60_000
    await clinic.rings(asking('voice'), words)
    const opened = await dials(clinic.engine, 'CA1')
    delayMs = 0
    clinic.clock.passes(16)
    const other = await clinic.another({ http: createHttp({ allow: [base.replace('http://', '')] }) })
    other.start()
    const told = await until(
      () => post(other, nextOf(opened.xml), callOf('CA1')),
      ({ xml }) => saidIn(xml).length > 0,
    )
    expect(saidIn(told.xml)).toEqual(['It is Tuesday.'])
    records.closeAllConnections()
  })

  test('that the egress rules do not let out fails at once, and the flow goes on', async () => {
    await clinic.rings(asking('voice', 'http://127.0.0.1:1/'), words)
    expect(saidIn((await dials(clinic.engine, 'CA1')).xml)).toEqual(['Let me look.', 'I could not look.'])
  })

  test('is waited for in a text conversation too', async () => {
    await clinic.rings(asking('sms'), words)
    const { xml } = await texts(clinic.engine, 'SM1', 'hello')
    expect(saidIn(xml)).toEqual(['Let me look.', 'It is Tuesday.'])
    expect((await texts(clinic.engine, 'SM1', 'hello')).xml).toBe(xml)
  })

  test('that is late in a text conversation is texted', async () => {
    delayMs = 500
    await clinic.rings(asking('sms'), words)
    clinic.engine.start()
    expect(saidIn((await texts(clinic.engine, 'SM1', 'hello')).xml)).toEqual(['Let me look.'])
    const sent = await until(
      async () => clinic.carrier.texts,
      (list) => list.length > 0,
    )
    expect(sent).toEqual([{ to: '+12025550101', from: '+12025550199', body: 'It is Tuesday.' }])
  })

  test('is part of the same answer also while the outbox is at work', async () => {
    clinic.engine.start()
    await clinic.rings(asking('voice'), words)
    expect(saidIn((await dials(clinic.engine, 'CA1')).xml)).toEqual(['Let me look.', 'It is Tuesday.'])
    expect(asked).toBe(1)
  })

  test('is part of the same text also when its row cannot be settled', async () => {
    await clinic.rings(asking('sms'), words)
    const engine = await clinic.another({ store: { ...clinic.lines, settle: () => Promise.reject(new Error('away')) } })
    expect(saidIn((await texts(engine, 'SM1', 'hello')).xml)).toEqual(['Let me look.', 'It is Tuesday.'])
  })

  test('is in the texted answer when it is being committed as the budget runs out', async () => {
    delayMs = 150
    const slow = {
      ...clinic.lines,
      async commit(commit: Commit) {
        if (commit.inbox?.startsWith('effect:')) await new Promise((resolve) => setTimeout(resolve, 400))
        return clinic.lines.commit(commit)
      },
    }
    await clinic.rings(asking('sms'), words)
    const engine = await clinic.another({ store: slow })
    expect(saidIn((await texts(engine, 'SM1', 'hello')).xml)).toEqual(['Let me look.', 'It is Tuesday.'])
  })

  test('carries a key by which the other system can tell a request made twice', async () => {
    await clinic.rings(asking('voice', base, 'POST'), words)
    await dials(clinic.engine, 'CA1')
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-z]+:1:0$/)])
  })
})

describe('work of the outbox', () => {
  const notifying = flow({
    start: node('start', { by: ['call'] }, { call: 'tell' }),
    tell: node(
      'message',
      { to: 'number', number: '+12025550177', prompt: 'tell.prompt', media: [], contentVariables: [], wait: false },
      { sent: 'bye', failed: 'bye' },
    ),
    bye: node('end', { prompt: 'bye.prompt', outcome: 'told' }),
  })
  const notice = { 'tell.prompt': 'A call came in.', 'bye.prompt': 'Goodbye.' }

  test('whose result is committed is not done again by who finds it unsettled', async () => {
    await clinic.rings(notifying, notice)
    const dying = await clinic.another({ store: { ...clinic.lines, settle: () => Promise.reject(new Error('away')) } })
    dying.start()
    await dials(dying, 'CA1')
    await until(
      async () => clinic.lines.journal('clinic', (await clinic.lines.sessionBySid('clinic', 'CA1'))?.session.id ?? ''),
      (entries) => entries.length === 2,
    )
    await dying.stop()
    clinic.clock.passes(16)
    clinic.engine.start()
    await until(
      () => clinic.lines.takeOutbox({ now: new Date(8.64e15), leaseMs: 0, most: 1 }),
      (rows) => rows.length === 0,
    )
    expect(clinic.carrier.texts).toHaveLength(1)
  })

  test('does not wait for the slow work of another call', async () => {
    delayMs = 2500
    await clinic.rings(asking('voice'), words)
    clinic.engine.start()
    await dials(clinic.engine, 'CA1')
    clinic.clock.passes(16)
    await new Promise((resolve) => setTimeout(resolve, 400))
    await clinic.rings(notifying, notice)
    await dials(clinic.engine, 'CA2')
    const began = performance.now()
    await until(
      async () => clinic.carrier.texts,
      (list) => list.length > 0,
    )
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
