import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReleases } from './gate'
import { replay } from './replay'
import { type Clinic, openClinic } from './testing/clinic'
import { clinicMenu, menuWords } from './testing/drawings'
import { callOf, dials, nextOf, post } from './testing/twilio'

let clinic: Clinic
beforeEach(async () => {
  clinic = await openClinic()
})
afterEach(() => clinic.close())

test('a call replays to the same verbs, and a change of what was recorded shows', async () => {
  const hash = await clinic.rings(clinicMenu('voice'), menuWords)
  const opened = await dials(clinic.engine, 'CA1')
  const silent = await post(clinic.engine, nextOf(opened.xml), callOf('CA1', { Digits: '' }))
  await post(clinic.engine, nextOf(silent.xml), callOf('CA1', { Digits: '2' }))
  await post(clinic.engine, '/twilio/main/call-status', callOf('CA1', { CallStatus: 'completed' }))
  const held = await clinic.lines.sessionBySid('clinic', 'CA1')
  const entries = await clinic.lines.journal('clinic', held?.session.id ?? '')
  expect(entries).toHaveLength(4)
  expect(entries.map(({ kind, before, after, turn }) => ({ kind, before, after, turn }))).toEqual([
    { kind: 'turn', before: [], after: ['main'], turn: 0 },
    { kind: 'turn', before: ['main'], after: ['main'], turn: 1 },
    { kind: 'turn', before: ['main'], after: ['later'], turn: 2 },
    { kind: 'notice', before: ['later'], after: ['later'], turn: undefined },
  ])
  const admission = await createReleases(clinic.lines, { now: clinic.clock.now }).admit('clinic', hash, clinic.clock.now())
  if (!admission.open) throw new Error(admission.reasons.join())
  expect(replay(entries, admission.flow)).toEqual({ same: true, steps: 3, differences: [] })
  const changed = entries.map((entry, index) =>
    index === 1 ? { ...entry, event: { type: 'heard' as const, at: entry.at.toISOString(), digits: '1' } } : entry,
  )
  expect(replay(changed, admission.flow).differences[0]).toMatchObject({ sequence: 2, what: 'verbs' })
})
