import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../testing/house'
import { rings } from '../testing/phone'
import { maskedAddress } from './mask'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const canary = 'my name is Canary McYellow'

async function aThread(): Promise<string> {
  await rings(house, { to: '+12025550160', sid: 'SM1', path: 'message', fields: { Body: canary } })
  house.clock.passes(1)
  await rings(house, { to: '+12025550160', sid: 'SM2', path: 'message', fields: { Body: canary } })
  return (await house.as('operator').calls.list({})).items[0]?.id ?? ''
}

describe('a session in the list of calls', () => {
  test('shows what happened, and of the patient only what tells callers apart', async () => {
    const session = await aThread()
    const { items } = await house.as('operator').calls.list({ channel: 'sms' })
    expect(items).toMatchObject([{ id: session, channel: 'sms', flow: 'appointments', theirs: '+1202•••••77', safe: false }])
    expect((await house.as('operator').calls.list({ channel: 'voice' })).items).toEqual([])
    const view = await house.as('operator').calls.get({ session })
    expect(view.entries.length).toBeGreaterThan(1)
    expect(view).toMatchObject({ masked: true, mayUnmask: false, chain: { ok: true }, release: { version: 1 } })
    expect(JSON.stringify(view)).not.toContain('Canary')
    expect(JSON.stringify(view)).not.toContain('+12025550177')
  })

  test('shows the words of the release where the rendered ones may name somebody', async () => {
    const view = await house.as('auditor').calls.get({ session: await aThread() })
    const words = JSON.stringify(view.entries.flatMap(({ verbs }) => verbs))
    expect(words).toContain('text')
    expect(words).not.toContain('"•••"')
  })

  test('is unmasked for compliance with a reason, which the audit log keeps', async () => {
    const session = await aThread()
    const view = await house.as('compliance').calls.unmask({ session, reason: 'A complaint' })
    expect(JSON.stringify(view)).toContain(canary)
    expect(view.theirs).toBe('+12025550177')
    const [entry] = (await house.as('auditor').audit.list({})).items
    expect(entry).toMatchObject({ action: 'call.revealed', reason: 'A complaint', session })
    expect(JSON.stringify(entry)).not.toContain('Canary')
  })

  test('replays to the same words', async () => {
    expect(await house.as('operator').calls.replay({ session: await aThread() })).toMatchObject({ same: true, differences: [] })
  })

  test('comes in pages', async () => {
    for (let call = 0; call < 53; call++) {
      await rings(house, { to: '+12025550140', sid: `CA${call}` })
      house.clock.passes(1)
    }
    const first = await house.as('operator').calls.list({})
    const second = await house.as('operator').calls.list({ cursor: first.cursor ?? '' })
    expect([first.items.length, second.items.length, second.cursor]).toEqual([50, 3, null])
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(53)
  })
})

test.each([
  ['+18025550188', '+1802•••••88'],
  ['+442071838750', '+4420••••••50'],
  ['anonymous', '•••'],
  ['', ''],
])('%s is shown as %s', (address, shown) => {
  expect(maskedAddress(address)).toBe(shown)
})
