import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReleases } from './gate'
import { type Clinic, openClinic } from './testing/clinic'
import { clinicMenu, flow, menuWords, node } from './testing/drawings'
import { dials, saidIn } from './testing/twilio'

let clinic: Clinic
beforeEach(async () => {
  clinic = await openClinic()
})
afterEach(() => clinic.close())

const inner = flow(
  {
    start: node('start', { by: ['call'] }, { call: 'hello' }),
    hello: node('say', { prompt: 'hello.prompt', repeat: 1 }, { next: 'done' }),
    done: node('end', { outcome: 'done' }),
  },
  { id: 'inner' },
)
const outer = (release: string) =>
  flow({
    start: node('start', { by: ['call'] }, { call: 'part' }),
    part: node(
      'subflow',
      { release, flow: 'inner', name: 'Inner', inputs: [], outputs: [], outcomes: [], returnAll: false },
      { otherwise: 'bye' },
    ),
    bye: node('end', { prompt: 'bye.prompt', outcome: 'bye' }),
  })
const admit = (hash: string) => createReleases(clinic.lines, { now: clinic.clock.now }).admit('clinic', hash, clinic.clock.now())

describe('the gate', () => {
  test('lets a release with its subflows through, and they play as one', async () => {
    const part = await clinic.rings(inner, { 'hello.prompt': 'Hello.' }, { unbound: true })
    await clinic.rings(outer(part), { 'bye.prompt': 'Goodbye.' })
    expect(saidIn((await dials(clinic.engine, 'CA1')).xml)).toEqual(['Hello.', 'Goodbye.'])
  })

  test('is closed when a subflow was not approved, or does not exist', async () => {
    const part = await clinic.rings(inner, { 'hello.prompt': 'Hello.' }, { unbound: true, signed: [] })
    expect(await admit(await clinic.rings(outer(part), { 'bye.prompt': 'Goodbye.' }))).toMatchObject({
      open: false,
      reasons: ['not-authored', 'not-approved'],
    })
    expect(await admit(await clinic.rings(outer('f'.repeat(64)), { 'bye.prompt': 'Goodbye.' }))).toEqual({
      open: false,
      reasons: ['unknown'],
    })
  })

  test('is closed for another organisation', async () => {
    const hash = await clinic.rings(clinicMenu('voice'), menuWords)
    const releases = createReleases(clinic.lines, { now: clinic.clock.now })
    expect(await releases.admit('elsewhere', hash, clinic.clock.now())).toEqual({ open: false, reasons: ['unknown'] })
  })

  test('keeps machines, and no more than it may', async () => {
    const hash = await clinic.rings(clinicMenu('voice'), menuWords)
    const other = await clinic.rings({ ...clinicMenu('voice'), id: 'other' }, menuWords)
    const releases = createReleases(clinic.lines, { now: clinic.clock.now, most: 1 })
    const flowOf = async (of: string) => {
      const admission = await releases.admit('clinic', of, clinic.clock.now())
      return admission.open ? admission.flow : undefined
    }
    const first = await flowOf(hash)
    expect(first).toBeDefined()
    expect(await flowOf(hash)).toBe(first)
    await flowOf(other)
    expect(await flowOf(hash)).not.toBe(first)
  })

  test('closes for new sessions when the validity is over, although an older session has just come through', async () => {
    const hash = await clinic.rings(clinicMenu('voice'), menuWords, { expiresAt: '2026-03-02T16:00:00.000Z' })
    const releases = createReleases(clinic.lines, { now: clinic.clock.now })
    const began = clinic.clock.now()
    clinic.clock.passes(3601)
    expect(await releases.admit('clinic', hash, began)).toMatchObject({ open: true })
    expect(await releases.admit('clinic', hash, clinic.clock.now())).toEqual({ open: false, reasons: ['no-longer-valid'] })
    expect(await releases.admit('clinic', hash, began)).toMatchObject({ open: true })
  })
})
