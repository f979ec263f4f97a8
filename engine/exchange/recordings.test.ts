import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putAccount } from '#drizzle/queries/accounts'
import { addOrganisation } from '#drizzle/queries/organisations'
import { createReleases } from '../gate'
import { type Clinic, openClinic, publicUrl } from '../testing/clinic'
import { clinicMenu, menuWords } from '../testing/drawings'
import { dials, saidIn } from '../testing/twilio'

let clinic: Clinic
beforeEach(async () => {
  clinic = await openClinic()
})
afterEach(() => clinic.close())

const bytes = Buffer.from('RIFF----WAVEfmt a voice that was recorded')
const keeps = () => clinic.audio.put({ organisation: 'clinic', mediaType: 'audio/wav', bytes, at: clinic.clock.now() })
const rings = (sha256: string) => clinic.rings(clinicMenu('voice'), menuWords, { recordings: { 'main.prompt': sha256 } })
const hears = async (sid: string) => (await dials(clinic.engine, sid)).xml
const fetches = (path: string) => clinic.engine.fetch(new Request(`${publicUrl}${path}`))
const damage = async (sha256: string) => {
  const [file = ''] = globSync(`**/${sha256}`, { cwd: clinic.opened.folder })
  await writeFile(join(clinic.opened.folder, file), 'something else')
}
const sorry = 'We are sorry. Something is not working on our side. If this is an emergency, hang up and dial 9 1 1.'

describe('a recording', () => {
  test('is played to the caller from our own address, byte for byte', async () => {
    const sha256 = await keeps()
    await rings(sha256)
    const path = `/twilio/main/audio/${sha256}`
    const xml = await hears('CA1')
    expect(xml).toContain(`<Play>${publicUrl}${path}</Play>`)
    expect(saidIn(xml)).toEqual([])
    const played = await fetches(path)
    expect([played.status, played.headers.get('content-type')]).toEqual([200, 'audio/wav'])
    expect(played.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await played.arrayBuffer())).toEqual(bytes)
  })

  test('is not found under another hash or by the account of another organisation', async () => {
    const sha256 = await keeps()
    await clinic.opened.store.write(async (tx) => {
      await addOrganisation(tx, { organisation: 'elsewhere', name: 'Elsewhere', zone: 'UTC', createdAt: clinic.clock.now() })
      await putAccount(tx, { organisation: 'elsewhere', id: 'other', sid: `AC${'1'.repeat(32)}`, name: 'Other', authTokens: ['token'] })
    })
    expect((await fetches(`/twilio/main/audio/${sha256}`)).status).toBe(200)
    expect((await fetches(`/twilio/main/audio/${'b'.repeat(64)}`)).status).toBe(404)
    expect((await fetches(`/twilio/other/audio/${sha256}`)).status).toBe(404)
    expect((await fetches(`/twilio/nobody/audio/${sha256}`)).status).toBe(404)
  })
})

describe('a release whose recording', () => {
  const reason = async (sid: string) => {
    const held = await clinic.lines.sessionBySid('clinic', sid)
    const [entry] = await clinic.lines.journal('clinic', held?.session.id ?? '')
    return entry?.note
  }

  test('was never kept is not run: the caller hears the safe flow', async () => {
    await rings(createHash('sha256').update(bytes).digest('hex'))
    expect(saidIn(await hears('CA1'))[0]).toBe(sorry)
    expect(await reason('CA1')).toBe('recording-missing')
  })

  test('is not the one that was signed is not run', async () => {
    const sha256 = await keeps()
    await rings(sha256)
    await damage(sha256)
    expect(saidIn(await hears('CA1'))[0]).toBe(sorry)
    expect(await reason('CA1')).toBe('recording-damaged')
  })

  test('goes bad later is not run from the next full check on', async () => {
    const sha256 = await keeps()
    await rings(sha256)
    expect(await hears('CA1')).toContain('<Play>')
    await damage(sha256)
    clinic.clock.passes(61)
    expect(saidIn(await hears('CA2'))[0]).toBe(sorry)
    expect((await fetches(`/twilio/main/audio/${sha256}`)).status).toBe(503)
  })

  test('cannot be read because no shelf was given is not run', async () => {
    const hash = await rings(await keeps())
    const admission = await createReleases(clinic.lines, { now: clinic.clock.now }).admit('clinic', hash, clinic.clock.now())
    expect(admission).toEqual({ open: false, reasons: ['recording-missing'] })
  })
})
