import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dialects } from '#drizzle/testing/stores'
import { type Clinic, openClinic } from '../testing/clinic'
import { clinicMenu, menuWords } from '../testing/drawings'
import { callOf, dials, nextOf, post, saidIn, texts } from '../testing/twilio'
import type { Engine } from './engine'

describe.each(dialects)('two engines on %s', (dialect) => {
  let clinic: Clinic
  let other: Engine
  beforeEach(async () => {
    clinic = await openClinic({ dialect })
    other = await clinic.another()
  })
  afterEach(() => clinic.close())

  test('take the turns of one call in turn', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords)
    const opened = await dials(clinic.engine, 'CA1')
    const silent = await post(other, nextOf(opened.xml), callOf('CA1', { Digits: '' }))
    expect(saidIn(silent.xml)).toEqual(['Sorry. Press 1 or 2.'])
    expect(saidIn((await post(clinic.engine, nextOf(silent.xml), callOf('CA1', { Digits: '1' }))).xml)).toEqual([
      'Your refill is on its way.',
    ])
  })

  test('change the state once when one turn is asked of both twenty times', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords)
    const opened = await dials(clinic.engine, 'CA1')
    const asks = Array.from({ length: 20 }, (_, index) =>
      post(index % 2 ? other : clinic.engine, nextOf(opened.xml), callOf('CA1', { Digits: '1' })),
    )
    const answers = await Promise.all(asks)
    expect(new Set(answers.map(({ xml }) => xml)).size).toBe(1)
    expect((await clinic.lines.sessionBySid('clinic', 'CA1'))?.session.revision).toBe(2)
  })

  test('fire a timer once', async () => {
    await clinic.rings(clinicMenu('sms'), menuWords)
    await texts(clinic.engine, 'SM1', 'hi')
    clinic.clock.passes(24 * 3600 + 1)
    clinic.engine.start()
    other.start()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(clinic.carrier.texts.map(({ body }) => body)).toEqual(['A nurse will call you.'])
    const held = await clinic.lines.sessionBySid('clinic', 'SM1')
    const fired = (await clinic.lines.journal('clinic', held?.session.id ?? '')).filter(({ kind }) => kind === 'timer')
    expect(fired).toHaveLength(1)
  })
})
