import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withdraw } from '#drizzle/queries/releases'
import { type Clinic, openClinic } from '../testing/clinic'
import { flow, node } from '../testing/drawings'
import { callOf, dials, nextOf, post, saidIn, texts } from '../testing/twilio'
import { TelephonyFault } from '../twilio/rest'

const nurse = '+12025550123'
const physician = '+12025550124'
const settings = {
  rungs: [
    { id: 'first', name: 'Nurse', way: 'call', to: nurse, waitSeconds: 40 },
    { id: 'second', name: 'Physician', way: 'text', to: physician, waitSeconds: 120 },
  ],
  rounds: 1,
  ask: 'help.ask',
  text: 'help.text',
  thanks: 'help.thanks',
  holding: 'help.holding',
  connect: true,
}
const words = {
  'help.ask': 'A patient needs you. Press 1 to accept, 2 to decline.',
  'help.text': 'A patient needs you. Reply 1 or 2.',
  'help.thanks': 'Thank you.',
  'help.holding': 'Please stay on the line.',
  'good.prompt': 'Goodbye.',
  'alone.prompt': 'Nobody could come.',
}
const ladder = flow({
  start: node('start', { by: ['call'] }, { call: 'help' }),
  help: node('ladder', settings, { accepted: 'good', nobody: 'alone' }),
  good: node('end', { prompt: 'good.prompt', outcome: 'helped' }),
  alone: node('end', { prompt: 'alone.prompt', outcome: 'alone' }),
})

let clinic: Clinic
beforeEach(async () => {
  clinic = await openClinic()
  await clinic.rings(ladder, words)
  clinic.engine.start()
})
afterEach(() => clinic.close())

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 120; tries++) {
    const value = look()
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('It never came to that.')
}
const rung = () => until(() => clinic.carrier.calls[0])
const picksUp = async (): Promise<string> => {
  const { url, sid } = await rung()
  const script = await post(clinic.engine, url, callOf(sid, { To: nurse, From: '+12025550199', Direction: 'outbound-api' }))
  expect(saidIn(script.xml)).toEqual(['A patient needs you. Press 1 to accept, 2 to decline.'])
  return nextOf(script.xml)
}

describe('a ladder', () => {
  test('brings the caller and the nurse who accepts into one room', async () => {
    const opened = await dials(clinic.engine, 'CA1')
    expect(saidIn(opened.xml)).toEqual(['Please stay on the line.'])
    const asked = await picksUp()
    const accepted = await post(clinic.engine, asked, callOf('CAout1', { To: nurse, Digits: '1' }))
    const room = /<Conference[^>]*>([^<]+)</.exec(accepted.xml)?.[1]
    expect(saidIn(accepted.xml)).toEqual(['Thank you.'])
    const led = await until(() => clinic.carrier.redirects[0])
    expect(led.sid).toBe('CA1')
    const meeting = await post(clinic.engine, led.url, callOf('CA1'))
    expect(/<Conference[^>]*>([^<]+)</.exec(meeting.xml)?.[1]).toBe(room)
    const over = await post(clinic.engine, nextOf(meeting.xml), callOf('CA1', { DialCallStatus: 'answered' }))
    expect(saidIn(over.xml)).toEqual(['Goodbye.'])
    expect((await post(clinic.engine, nextOf(accepted.xml), callOf('CAout1', { To: nurse, DialCallStatus: 'answered' }))).xml).toContain(
      '<Hangup/>',
    )
  })

  test('asks the next person by text when the first declines, and takes the answer by text', async () => {
    await dials(clinic.engine, 'CA1')
    const asked = await picksUp()
    expect((await post(clinic.engine, asked, callOf('CAout1', { To: nurse, Digits: '2' }))).xml).toContain('<Hangup/>')
    const text = await until(() => clinic.carrier.texts[0])
    expect(text).toMatchObject({ to: physician, body: 'A patient needs you. Reply 1 or 2.' })
    await texts(clinic.engine, 'SM1', '1', { From: physician })
    const led = await until(() => clinic.carrier.redirects[0])
    expect((await post(clinic.engine, led.url, callOf('CA1'))).xml).toContain(`<Number>${physician}</Number>`)
  })

  test('drops a call that is not answered in time, and its late answer counts no more', async () => {
    await dials(clinic.engine, 'CA1')
    const asked = await picksUp()
    clinic.clock.passes(41)
    expect(await until(() => clinic.carrier.ended[0])).toBe('CAout1')
    const late = await post(clinic.engine, asked, callOf('CAout1', { To: nurse, Digits: '1' }))
    expect(late.xml).toContain('<Hangup/>')
    expect(late.xml).not.toContain('<Conference')
  })

  test('goes on at once when a person cannot be rung or does not answer', async () => {
    clinic.carrier.refuses(new TelephonyFault('The number is not valid.', { code: 21211, again: false }))
    await dials(clinic.engine, 'CA1')
    expect((await until(() => clinic.carrier.texts[0])).to).toBe(physician)
  })

  test('goes on at once when the call ends unanswered', async () => {
    await dials(clinic.engine, 'CA1')
    const { statusCallback } = await rung()
    expect((await post(clinic.engine, statusCallback, callOf('CAout1', { CallStatus: 'no-answer' }))).status).toBe(204)
    expect((await until(() => clinic.carrier.texts[0])).to).toBe(physician)
  })

  test('ends with nobody when every time is over', async () => {
    await dials(clinic.engine, 'CA1')
    await rung()
    clinic.clock.passes(41)
    await until(() => clinic.carrier.texts[0])
    clinic.clock.passes(121)
    const led = await until(() => clinic.carrier.redirects[0])
    const { xml } = await post(clinic.engine, led.url, callOf('CA1'))
    expect(saidIn(xml)).toEqual(['Nobody could come.'])
    expect(xml).toContain('<Hangup/>')
  })

  test('leads the caller on when the person who accepted has left the room before the caller came', async () => {
    await dials(clinic.engine, 'CA1')
    await post(clinic.engine, await picksUp(), callOf('CAout1', { To: nurse, Digits: '1' }))
    await until(() => clinic.carrier.redirects[0])
    const { statusCallback } = await rung()
    await post(clinic.engine, statusCallback, callOf('CAout1', { CallStatus: 'completed' }))
    clinic.clock.passes(11)
    const led = await until(() => clinic.carrier.redirects[1])
    expect(saidIn((await post(clinic.engine, led.url, callOf('CA1'))).xml)).toEqual(['Nobody could come.'])
  })

  test('does not take a talk that is over for one that never was', async () => {
    await dials(clinic.engine, 'CA1')
    await post(clinic.engine, await picksUp(), callOf('CAout1', { To: nurse, Digits: '1' }))
    const led = await until(() => clinic.carrier.redirects[0])
    const room = await post(clinic.engine, led.url, callOf('CA1'))
    const { statusCallback } = await rung()
    await post(clinic.engine, statusCallback, callOf('CAout1', { CallStatus: 'completed' }))
    await post(clinic.engine, nextOf(room.xml), callOf('CA1', { DialCallStatus: 'completed' }))
    clinic.clock.passes(11)
    const held = await clinic.lines.sessionBySid('clinic', 'CA1')
    expect(held?.session).toMatchObject({ status: 'ended', outcome: 'helped' })
  })

  test('ends the call of who waits in the room when the caller hangs up on the way there', async () => {
    await dials(clinic.engine, 'CA1')
    await post(clinic.engine, await picksUp(), callOf('CAout1', { To: nurse, Digits: '1' }))
    await post(clinic.engine, '/twilio/main/call-status', callOf('CA1', { CallStatus: 'completed' }))
    clinic.clock.passes(11)
    expect(await until(() => clinic.carrier.ended[0])).toBe('CAout1')
  })

  test('tells who accepts too late for a caller who has gone that it is taken care of', async () => {
    await dials(clinic.engine, 'CA1')
    const asked = await picksUp()
    await post(clinic.engine, '/twilio/main/call-status', callOf('CA1', { CallStatus: 'completed' }))
    const late = await post(clinic.engine, asked, callOf('CAout1', { To: nurse, Digits: '1' }))
    expect(saidIn(late.xml)).toEqual(['Thank you. This call has been taken care of. Goodbye.'])
  })

  test('of a release withdrawn at once leads the caller alone to the safe flow', async () => {
    const release = await clinic.rings(ladder, words)
    await dials(clinic.engine, 'CA1')
    const asked = await picksUp()
    await clinic.opened.store.write((tx) =>
      withdraw(tx, { organisation: 'clinic', release, person: 'marcus', at: clinic.clock.now(), reason: 'wording', stopNow: true }),
    )
    const { xml } = await post(clinic.engine, asked, callOf('CAout1', { To: nurse, Digits: '1' }))
    expect(saidIn(xml)).toEqual(['Thank you. This call has been taken care of. Goodbye.'])
    const led = await until(() => clinic.carrier.redirects[0])
    expect((await post(clinic.engine, led.url, callOf('CA1'))).xml).toContain('<Number>+12025550123</Number>')
  })
})
