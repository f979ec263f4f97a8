import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withdraw } from '#drizzle/queries/releases'
import { setSafeFlow } from '#drizzle/queries/safe-flows'
import { type Clinic, openClinic, ours, theirs } from '../testing/clinic'
import { clinicMenu, flow, menuWords, node } from '../testing/drawings'
import { callOf, dials, nextOf, post, saidIn, texts } from '../testing/twilio'

let clinic: Clinic
beforeEach(async () => {
  clinic = await openClinic()
})
afterEach(() => clinic.close())

const sorry = 'We are sorry. Something is not working on our side. If this is an emergency, hang up and dial 9 1 1.'
const withdraws = (release: string, stopNow = false) =>
  clinic.opened.store.write((tx) =>
    withdraw(tx, { organisation: 'clinic', release, person: 'marcus', at: clinic.clock.now(), reason: 'wording', stopNow }),
  )

describe('the safe flow answers a call', () => {
  const hears = async (): Promise<void> => {
    const { status, xml } = await dials(clinic.engine, 'CA1')
    expect(status).toBe(200)
    expect(saidIn(xml)[0]).toBe(sorry)
    expect(xml).toContain('<Number>+12025550123</Number>')
  }

  test('when the release was not approved', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords, { signed: [{ by: 'olivia', meaning: 'Authored' }] })
    await hears()
    const held = await clinic.lines.sessionBySid('clinic', 'CA1')
    const [entry] = await clinic.lines.journal('clinic', held?.session.id ?? '')
    expect(entry).toMatchObject({ kind: 'safe', note: 'not-approved' })
  })

  test('when its author approved it', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords, {
      signed: [
        { by: 'olivia', meaning: 'Authored' },
        { by: 'olivia', meaning: 'Approved-for-patient-use' },
      ],
    })
    await hears()
  })

  test('when the chart was changed after it was signed', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords, { tampered: (text) => text.replace('"waitSeconds":5', '"waitSeconds":9') })
    await hears()
  })

  test('when the release was withdrawn', async () => {
    await withdraws(await clinic.rings(clinicMenu('voice'), menuWords))
    await hears()
  })

  test('when the flow begins by text only', async () => {
    await clinic.rings({ ...clinicMenu('sms'), channels: ['voice', 'sms'] }, menuWords)
    await hears()
  })

  test('and says goodbye when the human number does not answer', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords, { signed: [] })
    const { xml } = await dials(clinic.engine, 'CA1')
    const after = await post(clinic.engine, nextOf(xml), callOf('CA1', { DialCallStatus: 'no-answer' }))
    expect(saidIn(after.xml)).toEqual(['Nobody could take your call. Please call again in a few minutes. Goodbye.'])
    expect((await post(clinic.engine, nextOf(xml), callOf('CA1', { DialCallStatus: 'completed' }))).xml).not.toContain('<Say')
  })

  test('with the signed safe flow of the organisation, once there is one', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords, { signed: [] })
    const own = flow(
      { start: node('start', { by: ['call'] }, { call: 'bye' }), bye: node('end', { prompt: 'bye.prompt', outcome: 'safe' }) },
      { id: 'safe' },
    )
    const release = await clinic.rings(own, { 'bye.prompt': 'Please call the front desk.' }, { unbound: true })
    await clinic.opened.store.write((tx) => setSafeFlow(tx, { organisation: 'clinic', channel: 'voice', locale: '', release }))
    expect(saidIn((await dials(clinic.engine, 'CA1')).xml)).toEqual(['Please call the front desk.'])
  })
})

describe('withdrawal', () => {
  test('lets a live call finish', async () => {
    const release = await clinic.rings(clinicMenu('voice'), menuWords)
    const { xml } = await dials(clinic.engine, 'CA1')
    await withdraws(release)
    expect(saidIn((await post(clinic.engine, nextOf(xml), callOf('CA1', { Digits: '1' }))).xml)).toEqual(['Your refill is on its way.'])
  })

  test('ends a live call when it says stop now', async () => {
    const release = await clinic.rings(clinicMenu('voice'), menuWords)
    const { xml } = await dials(clinic.engine, 'CA1')
    await withdraws(release, true)
    expect(saidIn((await post(clinic.engine, nextOf(xml), callOf('CA1', { Digits: '1' }))).xml)[0]).toBe(sorry)
  })

  test('leads an open text conversation away at its next turn', async () => {
    const release = await clinic.rings(clinicMenu('sms'), menuWords)
    await texts(clinic.engine, 'SM1', 'hi')
    await withdraws(release)
    expect(saidIn((await texts(clinic.engine, 'SM2', '1')).xml)[0]).toContain(
      'In an emergency, call 911. To reach a person, call +12025550123.',
    )
    expect(await clinic.lines.thread({ organisation: 'clinic', ours, theirs })).toBeUndefined()
  })
})

describe('when the store fails', () => {
  test('a caller on a locked database hears the safe flow, and the call goes on when it is free again', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords)
    const { xml } = await dials(clinic.engine, 'CA1')
    const other = new Database(clinic.opened.file ?? '')
    other.exec('BEGIN IMMEDIATE')
    const during = await post(clinic.engine, nextOf(xml), callOf('CA1', { Digits: '1' }))
    other.exec('ROLLBACK')
    other.close()
    expect(during.status).toBe(200)
    expect(saidIn(during.xml)[0]).toContain('dial 9 1 1')
    expect(saidIn((await post(clinic.engine, nextOf(xml), callOf('CA1', { Digits: '1' }))).xml)).toEqual(['Your refill is on its way.'])
  }, 20_000)

  test('a caller hears the safe flow also when nothing can be read, and a forger still gets nothing', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords)
    await dials(clinic.engine, 'CA1')
    await clinic.opened.store.close()
    const { xml } = await dials(clinic.engine, 'CA2')
    expect(saidIn(xml)[0]).toContain('dial 9 1 1')
    expect(xml).toContain('<Number>+12025550123</Number>')
    expect((await post(clinic.engine, '/twilio/main/voice', callOf('CA3'), { token: 'forged' })).status).toBe(403)
    expect((await clinic.engine.fetch(new Request('http://x/readyz'))).status).toBe(503)
  })
})
