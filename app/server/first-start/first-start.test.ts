import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { organisations } from '#drizzle/queries/organisations'
import { hasDemoPeople, people } from '#drizzle/queries/people'
import { openTestStore, type TestStore } from '#drizzle/testing/stores'
import { signInWith } from '../auth/sign-in'
import { makeWire } from '../make-wire'
import { settingsFrom } from '../settings'
import { auditVerdict } from '../usecases/verify-audit'
import type { Wire } from '../wire'
import { firstStart } from './first-start'

let opened: TestStore
beforeEach(async () => {
  opened = await openTestStore('sqlite')
})
afterEach(() => opened.remove())

const wireWith = (env: Record<string, string>): Wire =>
  makeWire({ store: opened.store, settings: settingsFrom(env), clock: { now: () => new Date() }, env }).wire
const start = (env: Record<string, string> = {}) => firstStart(wireWith(env), { say: () => undefined })
const publicly = { CALLWRIGHT_PUBLIC_URL: 'https://calls.example.org' }

describe('the first start', () => {
  test('makes a demo with one account per role, whose passwords are told once and work', async () => {
    const news = await start()
    expect(news?.accounts.map(({ role }) => role)).toEqual(['operator', 'compliance', 'release_manager', 'admin', 'auditor'])
    expect(new Set(news?.accounts.map(({ password }) => password)).size).toBe(5)
    for (const { email, password } of news?.accounts ?? [])
      expect(await signInWith(wireWith({}), { email, password, peer: 'here' })).toMatchObject({ ok: true })
    expect(await start()).toBeUndefined()
  })

  test('leaves an audit log that holds everything it did, and holds', async () => {
    await start()
    const [house] = await opened.store.read(organisations)
    const verdict = await auditVerdict(wireWith({}), { organisation: house?.organisation ?? '' })
    expect(verdict.ok).toBe(true)
    // Five people; one account; per sample: flow, submission, two signatures, approval, number, alias; the key, and the seed itself.
    expect(verdict.entries).toBeGreaterThan(20)
  })

  test('refuses a public URL while a demo account can sign in', async () => {
    await start()
    await expect(start(publicly)).rejects.toThrow(/demo accounts .* can still sign in here/)
  })

  test('with a public URL makes one administrator and nothing of the demo', async () => {
    await expect(start(publicly)).rejects.toThrow(/CALLWRIGHT_ADMIN_EMAIL/)
    const news = await start({ ...publicly, CALLWRIGHT_ADMIN_EMAIL: 'ada@clinic.example', CALLWRIGHT_ORGANISATION: 'The clinic' })
    expect(news?.accounts).toMatchObject([{ role: 'admin', email: 'ada@clinic.example' }])
    expect(await opened.store.read(hasDemoPeople)).toBe(false)
    const [house] = await opened.store.read(organisations)
    expect(house?.name).toBe('The clinic')
    expect(await opened.store.read((tx) => people(tx, { organisation: house?.organisation ?? '' }))).toHaveLength(1)
    expect(await start(publicly)).toBeUndefined()
  })
})
