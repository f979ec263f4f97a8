import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../auth/person'
import { type House, openHouse, password, publicUrl } from '../testing/house'
import { rings } from '../testing/phone'
import { wav } from '../testing/sounds'
import type { Context } from '../trpc'
import { giveRecording } from './give'
import { keepRecording } from './keep'
import { mostBytes } from './most-bytes'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const context = (person: Person | undefined): Context => ({
  wire: house.wire,
  ...{ person, signIn: undefined, request: 'test', zone: 'UTC', locale: 'en', touch: async () => undefined },
})
const bytes = wav({ seconds: 2 })
const sha256 = createHash('sha256').update(bytes).digest('hex')
const keeps = (body: Uint8Array, { by, headers = {} }: { by: Person | undefined; headers?: Record<string, string> }) =>
  keepRecording(
    context(by),
    new Request(`${publicUrl}/api/audio`, {
      method: 'POST',
      headers: { host: 'calls.clinic.example', 'content-type': 'application/octet-stream', ...headers },
      body: new Uint8Array(body),
    }),
  )

describe('keeping a recording', () => {
  test('gives its hash, its size and its length', async () => {
    const kept = await keeps(bytes, { by: house.person('operator') })
    expect([kept.status, await kept.json()]).toEqual([200, { sha256, bytes: bytes.length, seconds: 2 }])
  })

  test.each([
    ['nobody', undefined, 401],
    ['an auditor', 'auditor', 403],
    ['a release manager', 'release_manager', 403],
  ] as const)('is not for %s', async (_who, role, status) => {
    expect((await keeps(bytes, { by: role && house.person(role) })).status).toBe(status)
  })

  test('is refused from another site and from a form', async () => {
    const by = house.person('operator')
    expect((await keeps(bytes, { by, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await keeps(bytes, { by, headers: { origin: 'https://evil.example' } })).status).toBe(403)
    expect((await keeps(bytes, { by, headers: { 'content-type': 'text/plain' } })).status).toBe(403)
  })

  test('looks at the bytes, not at what they are called', async () => {
    const refused = await keeps(Buffer.from('<script>alert(1)</script>'), {
      by: house.person('operator'),
      headers: { 'content-type': 'audio/mpeg' },
    })
    expect([refused.status, await refused.json()]).toEqual([415, { error: 'recording_unknown' }])
  })

  test('takes no more than it may', async () => {
    const refused = await keeps(Buffer.concat([bytes, Buffer.alloc(mostBytes)]), { by: house.person('operator') })
    expect([refused.status, await refused.json()]).toEqual([413, { error: 'recording_too_big' }])
  })
})

describe('a kept recording', () => {
  test('is played to everybody of the organisation, unchanged and never asked for again', async () => {
    const played = await giveRecording(context(house.person('auditor')), sha256)
    expect(Buffer.from(await played.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(played.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  })

  test('is not played to strangers, and unknown ones to nobody', async () => {
    expect((await giveRecording(context(undefined), sha256)).status).toBe(401)
    expect((await giveRecording(context(await house.stranger(['operator'])), sha256)).status).toBe(404)
    expect((await giveRecording(context(house.person('operator')), 'a'.repeat(64))).status).toBe(404)
    expect((await giveRecording(context(house.person('operator')), '../../etc/passwd')).status).toBe(404)
  })
})

describe('a flow with a recording', () => {
  const records = async (audio: string) => {
    const operator = house.as('operator')
    house.clock.passes(1)
    const { revision, draft } = await operator.drafts.load({ flow: 'clinic' })
    const key = 'notice.prompt'
    const words = { ...draft.content[key]?.['en-US'], text: draft.content[key]?.['en-US']?.text ?? '', audio }
    const edits = [{ kind: 'setWords' as const, key, locale: 'en-US', words }]
    const edited = await operator.drafts.edit({ flow: 'clinic', base: revision, edits, id: `recording-${audio.slice(0, 8)}` })
    return edited.revision
  }
  const submits = (revision: number) =>
    house.as('operator').releases.submit({ flow: 'clinic', revision, summary: 'A voice', reason: 'Warmer', password })

  test('is not submitted while the recording is not kept here', async () => {
    const revision = await records('c'.repeat(64))
    await expect(submits(revision)).rejects.toThrow('recording_missing')
  })

  test('plays it to the next caller once it is signed and live', async () => {
    const revision = await records(sha256)
    const { hash } = await submits(revision)
    const read = await house.as('compliance').releases.get({ hash })
    expect(read.manifest.prompts.some(({ audio_sha256 }) => audio_sha256 === sha256)).toBe(true)
    await house.as('compliance').releases.approve({
      ...{ hash, password, meaning: 'Approved-for-patient-use', statement: read.approvalStatements.en, comment: '' },
      view: { locale: 'en', opened: ['words'] },
    })
    await house.as('release_manager').releases.point({ flow: 'clinic', alias: 'live', hash, password, reason: 'New voice' })
    const xml = await rings(house, { to: '+12025550140', sid: 'CAvoice' })
    const [, url = ''] = /<Play>([^<]+)<\/Play>/.exec(xml) ?? []
    expect(url).toContain(`/audio/${sha256}`)
    const played = await house.engine.fetch(new Request(url))
    expect(Buffer.from(await played.arrayBuffer())).toEqual(bytes)
  })
})
