import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LineStore } from '#engine/ports'
import { createAudioShelf } from './audio'
import { createLineStore } from './lines'
import { putAccount, removeAccount } from './queries/accounts'
import { pointAlias } from './queries/aliases'
import { bindNumber, putNumber, unbindNumber } from './queries/numbers'
import { hasDemoPeople, peopleOfEmail } from './queries/people'
import { withdraw } from './queries/releases'
import { noon } from './testing/commits'
import { fillHouse } from './testing/house'
import { dialects, openTestStore, type TestStore } from './testing/stores'

describe.each(dialects)('what people set up on %s', (dialect) => {
  let opened: TestStore
  let lines: LineStore
  beforeAll(async () => {
    opened = await openTestStore(dialect)
    lines = createLineStore(opened.store)
    await fillHouse(opened.store, 'clinic')
    await fillHouse(opened.store, 'other')
  })
  afterAll(() => opened.remove())

  test('tells the engine whose account a webhook path names', async () => {
    expect(await lines.account('clinic-main')).toEqual({
      organisation: 'clinic',
      id: 'clinic-main',
      sid: 'AC1',
      authTokens: ['token of clinic'],
    })
    expect(await lines.account('nobody')).toBeUndefined()
  })

  test('gives nobody the account or number of another organisation', async () => {
    const taken = { organisation: 'thief', id: 'clinic-main', sid: 'AC9', name: '', authTokens: ['mine'] }
    expect(await opened.store.write((tx) => putAccount(tx, taken))).toBe(false)
    const number = {
      organisation: 'thief',
      number: '+12025550100',
      account: 'clinic-main',
      label: '',
      emergencyNumber: '911',
      keywordReplies: 'ours',
    } as const
    expect(await opened.store.write((tx) => putNumber(tx, number))).toBe(false)
    const squatted = { ...number, number: '+12025550199' }
    await opened.store.write((tx) => putNumber(tx, squatted))
    await opened.store.write((tx) =>
      bindNumber(tx, { organisation: 'thief', number: squatted.number, channel: 'voice', flow: 'x', alias: 'live' }),
    )
    expect(await lines.binding({ account: 'clinic-main', number: squatted.number, channel: 'voice' })).toBeUndefined()
    expect(await opened.store.write((tx) => removeAccount(tx, { organisation: 'thief', id: 'clinic-main' }))).toBe(false)
    expect((await lines.account('clinic-main'))?.organisation).toBe('clinic')
  })

  test('says what a number rings on each channel', async () => {
    const key = { account: 'clinic-main', number: '+12025550100' }
    expect(await lines.binding({ ...key, channel: 'voice' })).toEqual({
      ...{
        organisation: 'clinic',
        account: 'clinic-main',
        number: '+12025550100',
        channel: 'voice',
        flow: 'ivr',
        alias: 'live',
        release: 'hash-2',
      },
      ...{ humanNumber: undefined, emergencyNumber: '911', keywordReplies: 'carrier' },
    })
    expect(await lines.binding({ ...key, channel: 'sms' })).toBeUndefined()
    expect((await lines.binding({ ...key, account: 'other-main', channel: 'voice' }))?.organisation).toBe('other')
  })

  test('shows a release with its signatures, the revoked one as such', async () => {
    const release = await lines.release('clinic', 'hash-2')
    expect(release?.signatures.map(({ id, revoked }) => [id, revoked])).toEqual([
      ['sig-1', false],
      ['sig-2', true],
    ])
    expect(await lines.release('nobody', 'hash-2')).toBeUndefined()
  })

  test('withdraws what pins a withdrawn release, and says when it must stop now', async () => {
    expect((await lines.release('clinic', 'hash-2'))?.withdrawn).toEqual({ at: noon, stopNow: false })
    await opened.store.write((tx) =>
      withdraw(tx, { organisation: 'clinic', release: 'hash-1', person: 'eve', at: noon, reason: '', stopNow: true }),
    )
    expect((await lines.release('clinic', 'hash-2'))?.withdrawn).toEqual({ at: noon, stopNow: true })
  })

  test('finds keys, secrets and the safe flow, its own locale first', async () => {
    expect([...(await lines.verificationKeys('clinic'))]).toEqual([['key', 'public of clinic']])
    expect(await lines.secret('clinic', 'lab')).toBe('secret of clinic')
    expect(await lines.secret('other', 'lab')).toBe('secret of other')
    expect(await lines.secret('nobody', 'lab')).toBeUndefined()
    expect(await lines.safeRelease({ organisation: 'clinic', channel: 'voice', locale: 'es-US' })).toBe('safe of clinic')
    expect(await lines.safeRelease({ organisation: 'clinic', channel: 'sms', locale: undefined })).toBeUndefined()
  })

  test('points an alias only from where its mover saw it point', async () => {
    const point = (from: string | null, to: string) =>
      opened.store.write((tx) => pointAlias(tx, { organisation: 'clinic', flow: 'ivr', name: 'live', from, to, person: 'eve', at: noon }))
    expect(await point('hash-1', 'hash-3')).toBe(false)
    expect((await Promise.all([point('hash-2', 'hash-1'), point('hash-2', 'hash-3')])).sort()).toEqual([false, true])
    const ringing = async (account: string) => (await lines.binding({ account, number: '+12025550100', channel: 'voice' }))?.release
    expect(await ringing('clinic-main')).toMatch(/hash-[13]/)
    expect(await ringing('other-main')).toBe('hash-2')
  })

  test('rings nothing for a number that was unbound, whatever the same number rings elsewhere', async () => {
    const key = { number: '+12025550100', channel: 'voice' } as const
    await opened.store.write((tx) => unbindNumber(tx, { organisation: 'other', ...key }))
    expect(await lines.binding({ account: 'other-main', ...key })).toBeUndefined()
    expect(await lines.binding({ account: 'clinic-main', ...key })).toBeDefined()
  })

  test('knows people by e-mail in any case, and whether a demo account is open', async () => {
    expect((await opened.store.read((tx) => peopleOfEmail(tx, { email: 'BEN@Clinic.example' }))).map(({ id }) => id)).toEqual(['ben'])
    expect(await opened.store.read(hasDemoPeople)).toBe(true)
  })

  test('keeps a recording under the name of its bytes', async () => {
    const shelf = createAudioShelf(opened.store)
    const bytes = Buffer.from([0, 255, 1, 254])
    const name = await shelf.put({ organisation: 'clinic', mediaType: 'audio/wav', bytes, at: noon })
    expect(await shelf.put({ organisation: 'clinic', mediaType: 'audio/wav', bytes, at: noon })).toBe(name)
    expect(await shelf.get({ organisation: 'clinic', sha256: name })).toEqual({ mediaType: 'audio/wav', bytes })
    expect(await shelf.get({ organisation: 'other', sha256: name })).toBeUndefined()
  })
})
