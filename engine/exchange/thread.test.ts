import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withdraw } from '#drizzle/queries/releases'
import { type Clinic, openClinic, theirs } from '../testing/clinic'
import { clinicMenu, menuWords } from '../testing/drawings'
import { post, saidIn, texts } from '../testing/twilio'

let clinic: Clinic
beforeEach(async () => {
  clinic = await openClinic()
  await clinic.rings(clinicMenu('sms'), menuWords)
})
afterEach(() => clinic.close())

const says = async (sid: string, body: string, fields = {}) => saidIn((await texts(clinic.engine, sid, body, fields)).xml)
const suppressed = () => clinic.lines.suppressed({ organisation: 'clinic', ours: '+12025550199', theirs })

describe('a text conversation', () => {
  test('goes on in the same session until it ends, and then begins anew', async () => {
    expect(await says('SM1', 'hi')).toEqual(['For a refill, press 1. For a nurse, press 2.'])
    expect(await says('SM2', 'what')).toEqual(['Sorry. Press 1 or 2.'])
    expect(await says('SM3', '1')).toEqual(['Your refill is on its way.'])
    expect(await says('SM4', 'hi again')).toEqual(['For a refill, press 1. For a nurse, press 2.'])
  })

  test('gives a text that comes twice the stored answer, also after the conversation ended', async () => {
    await says('SM1', 'hi')
    const first = await texts(clinic.engine, 'SM2', '2')
    expect(await texts(clinic.engine, 'SM2', '2')).toEqual(first)
  })

  test('opens once when two first texts come together', async () => {
    await Promise.all([texts(clinic.engine, 'SM1', 'hi'), texts(clinic.engine, 'SM2', 'hello')])
    const one = await clinic.lines.sessionBySid('clinic', 'SM2')
    expect(one?.session.revision).toBe(2)
  })

  test('opens once when two first texts come to two processes', async () => {
    let early = true
    const thread: typeof clinic.lines.thread = async (key) => {
      if (!early) return clinic.lines.thread(key)
      // The other process looks before the first text is committed, and goes on after it.
      early = false
      const seen = await clinic.lines.thread(key)
      await texts(clinic.engine, 'SM1', 'hi')
      return seen
    }
    const other = await clinic.another({ store: { ...clinic.lines, thread } })
    expect(saidIn((await texts(other, 'SM2', 'hello')).xml)).toEqual(['Sorry. Press 1 or 2.'])
    expect(clinic.complaints).toEqual([])
  })

  test('is answered by its fallback when the first answer never arrived, once', async () => {
    const fields = { MessageSid: 'SM1', From: theirs, To: '+12025550199', Body: 'hi', NumMedia: '0', ErrorCode: '11200' }
    const fallen = await post(clinic.engine, '/twilio/main/fallback', fields)
    expect(saidIn(fallen.xml)).toEqual(['For a refill, press 1. For a nurse, press 2.'])
    expect((await texts(clinic.engine, 'SM1', 'hi')).xml).toBe(fallen.xml)
  })

  test('on a withdrawn release is not written to because of a delivery report', async () => {
    const release = await clinic.rings(clinicMenu('sms'), menuWords)
    const { xml } = await texts(clinic.engine, 'SM1', 'hi')
    await clinic.opened.store.write((tx) =>
      withdraw(tx, { organisation: 'clinic', release, person: 'marcus', at: clinic.clock.now(), reason: 'wording', stopNow: false }),
    )
    const report = /action="([^"]+)"/.exec(xml)?.[1]?.replaceAll('&amp;', '&') ?? ''
    await post(clinic.engine, report, { MessageSid: 'SMout', MessageStatus: 'delivered', From: '+12025550199', To: theirs })
    expect((await clinic.lines.sessionBySid('clinic', 'SM1'))?.session.status).toBe('open')
  })

  test('ends with STOP, is not answered by us, and nobody who stopped is written to', async () => {
    await says('SM1', 'hi')
    expect(await says('SM2', 'Stop.')).toEqual([])
    expect(await suppressed()).toBe(true)
    expect(await says('SM3', '1')).toEqual([])
    expect(await says('SM4', 'START')).toEqual([])
    expect(await suppressed()).toBe(false)
    expect(await says('SM5', 'hi')).toEqual(['For a refill, press 1. For a nurse, press 2.'])
  })

  test('remembers STOP also where no conversation is open', async () => {
    expect(await says('SM1', 'UNSUBSCRIBE')).toEqual([])
    expect(await suppressed()).toBe(true)
  })

  test('believes the opt-out type of an Advanced Opt-Out before the words', async () => {
    await says('SM1', 'basta', { OptOutType: 'STOP' })
    expect(await suppressed()).toBe(true)
  })

  test('takes YES as an answer, not as an opt-in', async () => {
    await says('SM1', 'hi')
    expect(await says('SM2', 'yes')).toEqual(['Sorry. Press 1 or 2.'])
  })

  test('answers HELP and STOP itself where the carrier does not', async () => {
    await clinic.rings(clinicMenu('sms'), menuWords, { keywordReplies: 'ours' })
    expect((await says('SM1', 'help'))[0]).toContain('Reply STOP')
    expect((await says('SM2', 'stop'))[0]).toContain('no more texts')
  })

  test('puts the emergency number first when somebody sounds in danger', async () => {
    expect((await says('SM1', 'I have chest pain'))[0]).toBe('In an emergency, call 911.')
    expect((await says('SM2', 'I cannot breathe'))[0]).toBe('In an emergency, call 911.')
  })

  test('times out by its timer, and says so by a text of its own', async () => {
    await says('SM1', 'hi')
    clinic.engine.start()
    clinic.clock.passes(24 * 3600 + 1)
    for (let tries = 0; clinic.carrier.texts.length === 0 && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 25))
    expect(clinic.carrier.texts.map(({ body }) => body)).toEqual(['A nurse will call you.'])
  })
})
