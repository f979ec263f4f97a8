import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, openClinic, theirs } from '../testing/clinic'
import { clinicMenu, menuWords } from '../testing/drawings'
import { saidIn, texts } from '../testing/twilio'

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
