import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type House, openHouse, password } from '../testing/house'
import { signInWith } from './sign-in'
import { endSignIn } from './sign-out'
import { signedIn, touchSignIn } from './signed-in'
import { cookieValue } from './token'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const email = 'operator@riverside.example'
const attempt = (given: Partial<{ email: string; password: string; peer: string }> = {}) =>
  signInWith(house.wire, { email, password, peer: '192.0.2.1', ...given })

async function cookie(): Promise<string> {
  const outcome = await attempt()
  if (!outcome.ok) throw new Error(outcome.reason)
  return cookieValue(outcome.organisation, outcome.token)
}

describe('signing in', () => {
  test('opens the door for the person and their roles, by a fresh token each time', async () => {
    const [first, second] = [await cookie(), await cookie()]
    expect(first).not.toBe(second)
    const found = await signedIn(house.wire, first)
    expect(found?.person).toMatchObject({
      name: 'Olivia Park',
      initials: 'OP',
      roles: ['operator'],
      organisation: { name: 'Riverside Clinic' },
    })
    expect(JSON.stringify(found?.person)).not.toContain('argon2')
  })

  test('takes the e-mail in any case, and the password in one', async () => {
    expect(await attempt({ email: ' Operator@Riverside.example ' })).toMatchObject({ ok: true })
    expect(await attempt({ password: password.toUpperCase() })).toEqual({ ok: false, reason: 'wrong' })
  })

  test('locks an account for 15 minutes after five failures, and says the same of one that does not exist', async () => {
    for (const address of [email, 'nobody@riverside.example']) {
      for (let tries = 0; tries < 5; tries++)
        expect(await attempt({ email: address, password: 'wrong' })).toEqual({ ok: false, reason: 'wrong' })
      expect(await attempt({ email: address })).toEqual({ ok: false, reason: 'blocked' })
    }
    house.clock.passes(15 * 60 + 1)
    expect(await attempt()).toMatchObject({ ok: true })
  })

  test('is refused to a network address that failed thirty times, whoever it tries to be', async () => {
    for (let tries = 0; tries < 30; tries++) await attempt({ email: `guess${tries}@riverside.example`, password: 'wrong' })
    expect(await attempt()).toEqual({ ok: false, reason: 'blocked' })
    expect(await attempt({ peer: '192.0.2.2' })).toMatchObject({ ok: true })
  })

  test('ends after 15 idle minutes', async () => {
    const kept = await cookie()
    house.clock.passes(14 * 60)
    const found = await signedIn(house.wire, kept)
    if (found) await touchSignIn(house.wire, found)
    house.clock.passes(14 * 60)
    expect(await signedIn(house.wire, kept)).toBeDefined()
    house.clock.passes(60)
    expect(await signedIn(house.wire, kept)).toBeUndefined()
  })

  test('ends after twelve hours, however busy', async () => {
    const kept = await cookie()
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      house.clock.passes(600)
      const found = await signedIn(house.wire, kept)
      if (found) await touchSignIn(house.wire, found)
    }
    expect(await signedIn(house.wire, kept)).toBeDefined()
    house.clock.passes(601)
    expect(await signedIn(house.wire, kept)).toBeUndefined()
  })

  test('ends by signing out, by a new password elsewhere, and when the account is closed', async () => {
    const [out, changed, closed] = [await cookie(), await cookie(), await cookie()]
    await endSignIn(house.wire, out)
    expect(await signedIn(house.wire, out)).toBeUndefined()
    await house.as('operator').me.setPassword({ current: password, next: 'another-long-one' })
    expect(await signedIn(house.wire, changed)).toBeUndefined()
    expect(await signedIn(house.wire, closed)).toBeUndefined()
    expect(await attempt()).toEqual({ ok: false, reason: 'wrong' })
    await house.as('admin').people.setDisabled({ id: house.person('operator').id, disabled: true })
    expect(await attempt({ password: 'another-long-one' })).toEqual({ ok: false, reason: 'wrong' })
  })

  test.each(['', 'x', 'a.b', `${'a'.repeat(300)}.${'b'.repeat(43)}`, `%E0%A4%A.${'b'.repeat(43)}`])(
    'is not opened by the cookie %j',
    async (value) => {
      expect(await signedIn(house.wire, value)).toBeUndefined()
    },
  )
})
