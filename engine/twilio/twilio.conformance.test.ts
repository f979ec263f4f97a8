import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { z } from 'zod'
import type { Spoken } from '#flows/content'
import { Verb } from '#flows/verbs'
import { safeVerbs } from '../safe'
import { type Clinic, openClinic } from '../testing/clinic'
import { clinicMenu, menuWords } from '../testing/drawings'
import { fixture, fixtures } from '../testing/fixtures'
import { post } from '../testing/twilio'
import { readTwimlTable, twimlProblems } from '../testing/twimlTable'
import { createUrls } from '../urls'
import { deliveryEvent, dialedEvent, endedEvent, heardEvent, receivedEvent } from './event'
import { linksOf } from './links'
import { isSignedByTwilio } from './signature'
import { messageTwiml, voiceTwiml } from './twiml'
import { tongueOf } from './voices'

const Vectors = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      authToken: z.string(),
      requestUrl: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullable(),
      body: z.string().nullable(),
      signature: z.string(),
      expectValid: z.boolean(),
    }),
  ),
})
const Webhooks = z.object({
  payloads: z.array(
    z.object({ id: z.string(), kind: z.string(), params: z.record(z.string(), z.unknown()), rawBody: z.string().optional() }),
  ),
})

describe.skipIf(!fixtures)('signatures', () => {
  const vectors = fixtures ? Vectors.parse(JSON.parse(fixture('twilio/signature-vectors.json'))).vectors : []
  test('there are 38 vectors', () => expect(vectors).toHaveLength(38))
  test.each(vectors)('$id', ({ authToken, requestUrl: url, params, body, signature, expectValid }) => {
    const arrived = { url, signature, form: params ?? undefined, body: body ?? '' }
    expect(isSignedByTwilio(arrived, ['another', authToken])).toBe(expectValid)
    expect(isSignedByTwilio(arrived, ['another'])).toBe(false)
  })
})

const paths: Record<string, string> = {
  'voice-incoming': 'voice',
  'outbound-answered-amd': 'voice',
  'gather-action': 'voice',
  'connect-action-conversationrelay': 'voice',
  'call-status': 'call-status',
  'sms-incoming': 'message',
  'whatsapp-incoming': 'message',
  'message-status': 'message-status',
}
const events: Record<string, { of: (params: Record<string, string>, at: string) => { type: string }; type: string }> = {
  'gather-action': { of: heardEvent, type: 'heard' },
  'call-status': { of: endedEvent, type: 'call.ended' },
  'sms-incoming': { of: receivedEvent, type: 'message.received' },
  'whatsapp-incoming': { of: receivedEvent, type: 'message.received' },
  'message-status': { of: deliveryEvent, type: 'message.delivery' },
}

describe.skipIf(!fixtures)('recorded webhooks', () => {
  const payloads = fixtures ? Webhooks.parse(JSON.parse(fixture('twilio/webhooks.json'))).payloads : []
  let clinic: Clinic
  beforeAll(async () => {
    clinic = await openClinic()
    await clinic.rings(clinicMenu('voice'), menuWords)
    await clinic.rings({ ...clinicMenu('sms'), id: 'texts' }, menuWords)
  })
  afterAll(() => clinic.close())

  test('there are 46', () => expect(payloads).toHaveLength(46))
  test.each(payloads)('$id is read and answered', async ({ kind, params, rawBody }) => {
    const given = rawBody ? Object.fromEntries(new URLSearchParams(rawBody)) : params
    const fields = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    )
    // Studio's own trigger and the message resource are no webhooks: at our doors they are strangers, and answered as such.
    const path = paths[kind] ?? 'message'
    const { status, xml } = await post(clinic.engine, `/twilio/main/${path}`, fields)
    expect(status).toBe(path.endsWith('status') ? 204 : 200)
    if (status === 200) expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><Response[ >/]/)
    const event = events[kind]
    if (event) expect(event.of(fields, '2026-03-02T15:00:00.000Z').type).toBe(event.type)
  })
  test('an unknown dial status counts as failed', () =>
    expect(dialedEvent({ DialCallStatus: 'new-one' }, '2026-03-02T15:00:00.000Z').status).toBe('failed'))
})

const words = (text: string, locale = 'en-US'): Spoken => ({ key: 'a.b', locale, text })
const links = linksOf(createUrls({ publicUrl: 'https://calls.example.org', urlKey: Buffer.alloc(32, 1) }), {
  account: 'main',
  session: 's',
  leg: 'call',
  turn: 1,
})
const heard = { verb: 'gather' as const, words: [words('Press 1 & speak <now>.')], language: 'zh-CN', waitSeconds: 5 }
const spoken: Verb[][] = [
  ...['en-US', 'en-GB', 'es-MX', 'es-US', 'zh-CN', 'fr-CA', 'de-DE', 'tlh'].map((locale): Verb[] => [
    { verb: 'say', words: words('Hello', locale), repeat: 2 },
  ]),
  [{ verb: 'say', words: { ...words(''), audio: 'a'.repeat(64) } }],
  [{ verb: 'say', words: words('long '.repeat(2000)) }],
  [{ verb: 'play', tones: '1w2#' }],
  [{ verb: 'pause', seconds: 2 }],
  [{ ...heard, listen: ['keys'], digits: 4, finishOnKey: '#', repeat: 2 }],
  [{ ...heard, listen: ['keys'], finishOnKey: '' }],
  [{ ...heard, listen: ['keys', 'speech'], hints: ['refill', 'a, b'], profanityFilter: false }],
  [{ ...heard, listen: ['speech'], speechModel: 'phone_call', speechWait: 'auto' }],
  [
    {
      verb: 'dial',
      to: [
        { kind: 'number', number: '+12025550123' },
        { kind: 'client', identity: 'desk' },
      ],
      callerId: '+12025550199',
      ringSeconds: 20,
      limitSeconds: 600,
      record: true,
    },
  ],
  [{ verb: 'dial', to: [{ kind: 'conference', name: 's1-help', endOnExit: true }], ringSeconds: 30 }],
  [{ verb: 'record', maxSeconds: 60, silenceSeconds: 5, finishOnKey: '#', beep: true, trim: true, transcribe: true }],
  [{ verb: 'hold', words: words('One moment.'), seconds: 2 }],
  [{ verb: 'continue' }],
  [{ verb: 'hangup' }],
  safeVerbs({ channel: 'voice', locale: 'es-US', emergencyNumber: '911', humanNumber: '+12025550123' }),
]
const sip: Verb[] = [{ verb: 'dial', to: [{ kind: 'sip', uri: 'sip:desk@example.org' }], ringSeconds: 30 }]

describe.skipIf(!fixtures)('TwiML', () => {
  const table = fixtures ? readTwimlTable(fixture('twilio/twiml-elements.json')) : undefined
  test.each([...spoken, sip].map((verbs) => ({ verbs, name: verbs.map(({ verb }) => verb).join(' ') })))(
    'of $name is what the builder knows',
    ({ verbs }) => {
      expect(Verb.array().safeParse(verbs).success).toBe(true)
      expect(table && twimlProblems(table, voiceTwiml(verbs, links), 'voice')).toEqual([])
    },
  )

  test('of replies is what the builder knows', () => {
    const xml = messageTwiml(
      [{ words: words('Hi & bye'), media: ['https://example.org/a.png'] }, { words: words('x'.repeat(2000)) }],
      links,
    )
    expect(table && twimlProblems(table, xml, 'messaging')).toEqual([])
    expect([...xml.matchAll(/<Message /g)]).toHaveLength(3)
  })

  test('fits the older XSD where that knows the verb', async () => {
    const folder = 'twilio/twiml-xsd/'
    const preload = ['synthesis-nonamespace.xsd', 'twilio-extensions.xsd', 'xml-minimal.xsd'].map((fileName) => ({
      fileName,
      contents: fixture(folder + fileName),
    }))
    const xml = spoken.map((verbs, index) => ({ fileName: `${index}.xml`, contents: voiceTwiml(verbs, links) }))
    const result = await validateXML({
      xml,
      schema: [{ fileName: 'twiml-realtime-call.xsd', contents: fixture(`${folder}twiml-realtime-call.xsd`) }],
      preload,
    })
    expect(result.errors).toEqual([])
    const wrong = await validateXML({
      xml: '<Response><Say voice="Polly.X-Neural">Hi</Say></Response>',
      schema: [{ fileName: 'twiml-realtime-call.xsd', contents: fixture(`${folder}twiml-realtime-call.xsd`) }],
      preload,
    })
    expect(wrong.valid).toBe(false)
  })

  test('speaks every locale in a voice and a language of Twilio', () => {
    for (const locale of ['en-US', 'es-MX', 'zh-CN', 'fr', 'pt-PT', 'ru']) {
      const { voice, says, hears } = tongueOf(locale)
      expect(table?.enums['Say.voice']).toContain(voice)
      expect(table?.enums['Say.language']).toContain(says)
      expect(table?.enums['Gather.language']).toContain(hears)
    }
  })

  test('the table finds what is wrong', () => {
    const problems = (xml: string) => table && twimlProblems(table, xml, 'voice')
    expect(problems('<Response><Gather><Dial/></Gather></Response>')).toContain('Dial may not stand in Gather')
    expect(problems('<Response><Say voise="x">Hi</Say></Response>')).toContain('Say has no attribute voise')
    expect(problems('<Response><Say language="xx-YY">Hi</Say></Response>')).toContain('Say@language may not be xx-YY')
    expect(problems('<Response><Pause length="long"/></Response>')).toContain('Pause@length is not a number: long')
  })
})
