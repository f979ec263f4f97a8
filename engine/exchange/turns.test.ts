import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { erasePerson } from '#drizzle/erasure'
import { type Clinic, openClinic } from '../testing/clinic'
import { clinicMenu, flow, menuWords, node } from '../testing/drawings'
import { callOf, dials, nextOf, post, saidIn } from '../testing/twilio'

let clinic: Clinic
beforeEach(async () => {
  clinic = await openClinic()
  await clinic.rings(clinicMenu('voice'), menuWords)
})
afterEach(() => clinic.close())

const presses = (url: string, digits: string, sid = 'CA1') => post(clinic.engine, url, callOf(sid, { Digits: digits }))

describe('a turn', () => {
  test('leads a caller through a flow to its end', async () => {
    const opened = await dials(clinic.engine, 'CA1')
    expect(opened).toMatchObject({ status: 200 })
    expect(saidIn(opened.xml)).toEqual(['For a refill, press 1. For a nurse, press 2.'])
    const ended = await presses(nextOf(opened.xml), '1')
    expect(saidIn(ended.xml)).toEqual(['Your refill is on its way.'])
    expect(ended.xml).toContain('<Hangup/>')
    const held = await clinic.lines.sessionBySid('clinic', 'CA1')
    expect(held?.session).toMatchObject({ status: 'ended', outcome: 'refilled', theirs: '+12025550101' })
  })

  test('that comes again gets the stored answer, byte for byte, and changes nothing', async () => {
    const opened = await dials(clinic.engine, 'CA1')
    expect(await dials(clinic.engine, 'CA1')).toEqual(opened)
    const again = nextOf(opened.xml)
    const silent = await presses(again, '')
    expect(await presses(again, '')).toEqual(silent)
    const held = await clinic.lines.sessionBySid('clinic', 'CA1')
    expect(await clinic.lines.journal('clinic', held?.session.id ?? '')).toHaveLength(2)
  })

  test('that is older gets what is to be done now', async () => {
    const opened = await dials(clinic.engine, 'CA1')
    const first = nextOf(opened.xml)
    const silent = await presses(first, '')
    const ended = await presses(nextOf(silent.xml), '2')
    expect((await presses(first, '1')).xml).toBe(ended.xml)
  })

  test('that was not offered yet, is forged or belongs to another call is refused and journaled', async () => {
    const opened = await dials(clinic.engine, 'CA1')
    const url = nextOf(opened.xml)
    const before = await clinic.lines.sessionBySid('clinic', 'CA1')
    expect((await presses(url.replace('t=1', 't=2'), '1')).status).toBe(403)
    expect((await presses(`${url}&x=1`, '1')).status).toBe(403)
    expect((await presses(url, '1', 'CA2')).status).toBe(403)
    expect((await post(clinic.engine, url, callOf('CA1', { Digits: '1' }), { token: 'another' })).status).toBe(403)
    expect((await post(clinic.engine, url, callOf('CA1', { Digits: '1' }), { signature: '' })).status).toBe(403)
    expect(await clinic.lines.sessionBySid('clinic', 'CA1')).toEqual(before)
  })

  test('asked twenty times at once changes the state once', async () => {
    const opened = await dials(clinic.engine, 'CA1')
    const answers = await Promise.all(Array.from({ length: 20 }, () => presses(nextOf(opened.xml), '1')))
    expect(new Set(answers.map(({ xml }) => xml)).size).toBe(1)
    const held = await clinic.lines.sessionBySid('clinic', 'CA1')
    expect(held?.session.revision).toBe(2)
    expect(await clinic.lines.journal('clinic', held?.session.id ?? '')).toHaveLength(2)
  })

  test('is answered by another process after this one died between commit and answer', async () => {
    const opened = await dials(clinic.engine, 'CA1')
    const url = nextOf(opened.xml)
    const lost = await presses(url, '')
    const other = await clinic.another()
    const repeated = await post(other, url, callOf('CA1', { Digits: '' }))
    expect(repeated).toEqual(lost)
    expect(saidIn((await post(other, nextOf(repeated.xml), callOf('CA1', { Digits: '2' }))).xml)).toEqual(['A nurse will call you.'])
  })
})

describe('a call', () => {
  test('opened twenty times at once is one session', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => dials(clinic.engine, 'CA1')))
    expect(new Set(answers.map(({ xml }) => xml)).size).toBe(1)
    expect(clinic.complaints).toEqual([])
  })

  test('to a number that rings nothing hears the safe flow', async () => {
    const { status, xml } = await post(clinic.engine, '/twilio/main/voice', callOf('CA9', { To: '+12025550000' }))
    expect(status).toBe(200)
    expect(saidIn(xml)[0]).toContain('dial 9 1 1')
    expect(xml).toContain('<Hangup/>')
  })

  test('that the caller ends is over once, in whatever order its reports come', async () => {
    await dials(clinic.engine, 'CA1')
    const status = (CallStatus: string) =>
      post(clinic.engine, '/twilio/main/call-status', callOf('CA1', { CallStatus, CallDuration: '12' }))
    expect((await status('completed')).status).toBe(204)
    expect((await status('in-progress')).status).toBe(204)
    expect((await status('completed')).status).toBe(204)
    const held = await clinic.lines.sessionBySid('clinic', 'CA1')
    expect(held?.session).toMatchObject({ status: 'ended', revision: 2 })
    expect(held?.legs[0]?.status).toBe('completed')
  })

  test('whose end nobody reports is over when no call can last that long', async () => {
    await dials(clinic.engine, 'CA1')
    clinic.clock.passes(24 * 3600 + 1)
    clinic.engine.start()
    await expect.poll(async () => (await clinic.lines.sessionBySid('clinic', 'CA1'))?.session.status).toBe('ended')
  })

  test('reported by a forged address is refused and journaled, and nothing changes', async () => {
    await dials(clinic.engine, 'CA1')
    const before = await clinic.lines.sessionBySid('clinic', 'CA1')
    const url = `/twilio/main/call-status?s=${before?.session.id}&l=call&t=0&k=notice&m=${'A'.repeat(22)}`
    expect((await post(clinic.engine, url, callOf('CA1', { CallStatus: 'completed' }))).status).toBe(403)
    expect(await clinic.lines.sessionBySid('clinic', 'CA1')).toEqual(before)
  })

  test('of an erased person hears the safe flow, not silence', async () => {
    const opened = await dials(clinic.engine, 'CA1')
    const held = await clinic.lines.sessionBySid('clinic', 'CA1')
    await erasePerson(clinic.opened.store, {
      organisation: 'clinic',
      person: held?.session.person ?? '',
      at: clinic.clock.now(),
    })
    const { xml } = await presses(nextOf(opened.xml), '1')
    expect(saidIn(xml)[0]).toContain('dial 9 1 1')
    expect(saidIn((await dials(clinic.engine, 'CA1')).xml)[0]).toContain('dial 9 1 1')
    await post(clinic.engine, '/twilio/main/call-status', callOf('CA1', { CallStatus: 'completed' }))
    expect(await clinic.lines.journal('clinic', held?.session.id ?? '')).toHaveLength(1)
  })

  test('is not kept waiting where nothing can lead on', async () => {
    const stuck = flow({
      start: node('start', { by: ['call'] }, { call: 'wait' }),
      wait: node('start', { by: ['request'] }, {}),
    })
    await clinic.rings(stuck, {})
    expect(saidIn((await dials(clinic.engine, 'CA1')).xml)[0]).toContain('dial 9 1 1')
  })
})
