import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authToken, type Clinic, openClinic, ours, publicUrl, theirs } from '../testing/clinic'
import { clinicMenu, menuWords } from '../testing/drawings'
import { createTelephony, TelephonyFault } from '../twilio/rest'
import { PhoneCall } from './call'
import { type Peer, startPeer } from './peer'
import { actorOf, OffScript, type Script, wanderer } from './script'
import { signed } from './signature'
import { converse } from './thread'
import { NotTwiml, readTwiml } from './twiml'
import type { Wire } from './wire'

const sid = (kind: string, count: number): string => kind + String(count).padStart(32, '0')

describe('a phone signs', () => {
  test.each([{}, { b: '2', a: '1' }, { Digits: '', To: '+1 2' }, { a: ['2', '1', '2'] }])(
    '%j as the official package does',
    (form: Record<string, string | string[]>) => {
      const url = 'https://calls.example.org/twilio/main/voice?s=1&t=2'
      expect(signed('token', url, form)).toBe(getExpectedTwilioSignature('token', url, form))
    },
  )
  test('without the fragment', () =>
    expect(signed('token', 'https://x.example/a#rc=3', {})).toBe(signed('token', 'https://x.example/a', {})))
})

describe('a phone reads TwiML', () => {
  test('with entities and blanks as they are', () => {
    const [say] = readTwiml('<?xml version="1.0"?><Response><Say language="en-US">Press 1 &amp; wait</Say></Response>').children
    expect(say).toEqual({ name: 'Say', attributes: { language: 'en-US' }, text: 'Press 1 & wait', children: [] })
  })
  test.each(['', 'Internal Server Error', '<Response><Say></Response>', '<Other/>'])('and refuses %j', (xml) =>
    expect(() => readTwiml(xml)).toThrow(NotTwiml),
  )
})

describe('a call and a thread', () => {
  let clinic: Clinic
  let wire: Wire
  let count = 0
  beforeAll(async () => {
    clinic = await openClinic()
    await clinic.rings(clinicMenu('voice'), menuWords)
    await clinic.rings({ ...clinicMenu('sms'), id: 'texts' }, menuWords)
    wire = {
      url: (path) => publicUrl + path,
      async post(url, fields) {
        const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString()
        const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signed(authToken, url, fields) }
        const response = await clinic.engine.fetch(new Request(url, { method: 'POST', headers, body }))
        return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() }
      },
    }
  })
  afterAll(() => clinic.close())

  const callBy = (script: Script) =>
    new PhoneCall({ wire, webhooks: '/twilio/main', sid: sid('CA', ++count), from: theirs, to: ours, like: {}, actor: actorOf(script) })

  test('go through a menu to the end by what was heard', async () => {
    const record = await callBy({
      channel: 'voice',
      lines: [
        { heard: 'press 1', silence: true },
        { heard: 'Sorry', press: '1' },
      ],
    }).run()
    expect(record.transcript).toContain('Your refill is on its way.')
    expect(record.hungUpBy).toBe('flow')
    expect(record.seconds).toBeGreaterThan(5)
  })
  test('stop when something else is heard than the script expects', async () => {
    await expect(callBy({ channel: 'voice', lines: [{ heard: 'Guten Tag', press: '1' }] }).run()).rejects.toThrow(OffScript)
  })
  test('report the end when the caller hangs up', async () => {
    const call = callBy({ channel: 'voice', lines: [{ hangup: true }] })
    expect((await call.run()).hungUpBy).toBe('caller')
    const held = await clinic.lines.sessionBySid('clinic', sid('CA', count))
    expect(held?.session.status).toBe('ended')
  })
  test('know the turn that was answered last, which gets the same bytes again', async () => {
    const record = await callBy({ channel: 'voice', lines: [{ press: '7' }, { press: '2' }] }).run()
    if (!record.last) throw new Error('No turn was answered.')
    expect((await wire.post(record.last.url, record.last.fields)).body).toBe(record.last.answer.body)
  })
  test('write and read texts', async () => {
    const script: Script = { channel: 'sms', lines: [{ text: 'hello' }, { heard: 'press 1', text: '1' }] }
    const record = await converse({
      wire,
      webhooks: '/twilio/main',
      sid: (text) => sid('SM', text),
      from: theirs,
      to: ours,
      like: {},
      actor: actorOf(script),
      arrived: () => [],
    })
    expect(record.transcript.at(-1)).toBe('Your refill is on its way.')
  })
})

describe('a caller without a script', () => {
  test('does the same by the same seed, and gives up in the end', () => {
    const walk = (seed: number) => {
      const actor = wanderer(seed)
      return Array.from({ length: 40 }, () => actor.next('For a refill, press 1. For a nurse, press 2.', 'gather'))
    }
    expect(walk(3)).toEqual(walk(3))
    expect(walk(3)).not.toEqual(walk(4))
    expect(walk(3).at(-1)).toEqual({ hangup: true })
  })
})

describe('the REST peer', () => {
  const account = { organisation: 'clinic', id: 'main', sid: `AC${'0'.repeat(32)}`, authTokens: [authToken] }
  let peer: Peer
  beforeAll(async () => {
    peer = await startPeer({ accountSid: account.sid, token: authToken })
  })
  afterAll(() => peer.close())

  test('takes a text and a call of the real client', async () => {
    const telephony = createTelephony({ base: peer.base })
    const text = { account, to: theirs, from: ours, body: 'Hi', media: [], statusCallback: `${publicUrl}/s` }
    expect((await telephony.createMessage(text)).status).toBe('queued')
    const call = { account, to: theirs, from: ours, url: `${publicUrl}/u`, statusCallback: `${publicUrl}/s`, ringSeconds: 20 }
    expect((await telephony.createCall(call)).sid).toMatch(/^CA[0-9a-f]{32}$/)
    expect(peer.texts[0]?.body).toBe('Hi')
    expect(peer.refused).toEqual([])
  })
  test('refuses a wrong token and a text to nobody', async () => {
    const telephony = createTelephony({ base: peer.base })
    const text = { account, to: '', from: ours, body: 'Hi', media: [], statusCallback: `${publicUrl}/s` }
    await expect(telephony.createMessage(text)).rejects.toMatchObject({ code: 21604 })
    const other = { ...account, authTokens: ['another'] }
    await expect(telephony.createMessage({ ...text, account: other, to: theirs })).rejects.toThrow(TelephonyFault)
  })
})
