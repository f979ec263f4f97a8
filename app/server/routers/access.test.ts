import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#flows/release/permissions'
import { everyRole, type House, openHouse, password } from '../testing/house'
import { appRouter } from './index'

const o: Role = 'operator'
const c: Role = 'compliance'
const r: Role = 'release_manager'
const a: Role = 'admin'
const u: Role = 'auditor'
const all = everyRole

interface Row {
  roles: readonly Role[]
  /** An input that reads; its ids are put in from the demo house. */
  input?: (ids: Ids) => unknown
}

interface Ids {
  hash: string
  person: string
  session: string
}

const flow = () => ({ flow: 'clinic' })
const release = ({ hash }: Ids) => ({ hash })
const wrong = 'a wrong password'

/** Every procedure with everybody who may call it. A new procedure without a row here fails the first test. */
const matrix: Record<string, Row> = {
  'me.get': { roles: all },
  'me.setPassword': { roles: all, input: () => ({ current: password, next: 'short' }) },
  'flows.list': { roles: all },
  'flows.get': { roles: all, input: flow },
  'flows.create': { roles: [o], input: () => ({ name: 'x', channels: ['voice'], locales: ['en-US'] }) },
  'flows.archive': { roles: [o], input: flow },
  'drafts.load': { roles: all, input: flow },
  'drafts.since': { roles: all, input: () => ({ ...flow(), revision: 0 }) },
  'drafts.history': { roles: all, input: flow },
  'drafts.check': { roles: all, input: flow },
  'drafts.edit': { roles: [o], input: () => ({ ...flow(), base: 1, id: 'a-request', edits: [{ kind: 'setFlow', name: 'y' }] }) },
  'releases.queue': { roles: all },
  'releases.pinnable': { roles: all },
  'releases.get': { roles: all, input: release },
  'releases.submit': { roles: [o], input: () => ({ ...flow(), revision: 1, summary: 's', reason: 'r', password }) },
  'releases.approve': {
    roles: [c],
    input: ({ hash }) => ({
      hash,
      password: wrong,
      meaning: 'Approved-for-patient-use',
      statement: 's',
      comment: '',
      view: { locale: 'en', opened: [] },
    }),
  },
  'releases.requestChanges': { roles: [c], input: ({ hash }) => ({ hash, comment: 'c' }) },
  'releases.point': { roles: [r], input: ({ hash }) => ({ ...flow(), alias: 'live', hash, password: wrong, reason: 'r' }) },
  'releases.withdrawalImpact': { roles: [c, r], input: release },
  'releases.withdraw': { roles: [c, r], input: ({ hash }) => ({ hash, reason: 'r', stopNow: false, password: wrong }) },
  'numbers.list': { roles: all },
  'numbers.add': { roles: [r], input: () => ({ number: '+12025550140', channel: 'voice', ...flow(), account: 'none' }) },
  'numbers.bind': { roles: [r], input: () => ({ number: '+12025550140', channel: 'voice', flow: 'no-such-flow' }) },
  'numbers.remove': { roles: [r], input: () => ({ number: '+12025550149', channel: 'voice' }) },
  'accounts.list': { roles: all },
  'accounts.save': { roles: [a], input: () => ({ sid: `AC${'1'.repeat(32)}`, name: 'Main', authTokens: ['0123456789abcdef'] }) },
  'calls.list': { roles: [o, c, r, u], input: () => ({}) },
  'calls.get': { roles: [o, c, r, u], input: ({ session }) => ({ session }) },
  'calls.unmask': { roles: [c], input: ({ session }) => ({ session, reason: 'r' }) },
  'calls.replay': { roles: [o, c, r, u], input: ({ session }) => ({ session }) },
  'imports.preview': { roles: [o], input: () => ({ text: '{}' }) },
  'imports.create': { roles: [o], input: () => ({ text: '{}', name: 'x' }) },
  'imports.get': { roles: all, input: flow },
  'imports.map': { roles: [o], input: () => ({ ...flow(), environment: 'default', values: [{ kind: 'url', name: 'x', value: 'y' }] }) },
  'audit.list': { roles: [c, r, a, u], input: () => ({}) },
  'audit.verify': { roles: [c, u] },
  'people.list': { roles: [a, u] },
  'people.invite': { roles: [a], input: () => ({ name: 'N', email: 'operator@riverside.example', title: '', roles: ['operator'] }) },
  'people.setRoles': { roles: [a], input: ({ person }) => ({ id: person, roles: ['operator'] }) },
  'people.setDisabled': { roles: [a], input: ({ person }) => ({ id: person, disabled: false }) },
  'people.resetPassword': { roles: [a], input: () => ({ id: 'nobody' }) },
  'secrets.list': { roles: [a] },
  'secrets.set': { roles: [a], input: () => ({ name: 'KEY', value: 'v' }) },
}

let house: House
let ids: Ids
beforeAll(async () => {
  house = await openHouse()
  const { live } = await house.as('operator').flows.get({ flow: 'clinic' })
  ids = { hash: live?.hash ?? '', person: house.person('operator').id, session: await aCall() }
})
afterAll(() => house.close())

async function aCall(): Promise<string> {
  const { rings } = await import('../testing/phone')
  await rings(house, { to: '+12025550140', sid: 'CA1' })
  return (await house.as('operator').calls.list({})).items[0]?.id ?? ''
}

/** Calls a procedure by its path and gives what it said no with, or undefined. */
async function refusal(caller: unknown, path: string, input: unknown): Promise<{ code: string; message: string } | undefined> {
  const procedure = path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], caller) as (
    input: unknown,
  ) => Promise<unknown>
  try {
    await procedure(input)
    return undefined
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return { code, message }
  }
}

describe('access', () => {
  test('is written down for every procedure', () => {
    expect(Object.keys(appRouter._def.procedures).sort()).toEqual(Object.keys(matrix).sort())
  })

  const refused = Object.entries(matrix).flatMap(([path, { roles }]) =>
    all.filter((role) => !roles.includes(role)).map((role) => [path, role] as const),
  )
  test.each(refused)('%s is refused to the role %s', async (path, role) => {
    expect(await refusal(house.as(role), path, matrix[path]?.input?.(ids))).toEqual({ code: 'FORBIDDEN', message: 'not_allowed' })
  })

  test.each(Object.keys(matrix))('%s is refused to whoever is not signed in', async (path) => {
    expect(await refusal(house.asPerson(undefined), path, matrix[path]?.input?.(ids))).toEqual({
      code: 'UNAUTHORIZED',
      message: 'signed_out',
    })
  })

  test('shows and changes nothing of another organisation, whatever the role', async () => {
    const { items: before } = await house.as('auditor').audit.list({})
    const stranger = house.asPerson(await house.stranger(all.filter((role) => role !== 'admin')))
    const administrator = house.asPerson(await house.stranger(['admin']))
    for (const [path, { roles, input }] of Object.entries(matrix)) {
      const caller = roles.includes('admin') && !roles.includes('operator') ? administrator : stranger
      const procedure = path.split('.').reduce((at, name) => (at as unknown as Record<string, unknown>)[name], caller as unknown) as (
        input: unknown,
      ) => Promise<unknown>
      const answer = await procedure(input?.(ids)).catch((error: { code: string }) => ({ refused: error.code }))
      const text = JSON.stringify(answer) ?? ''
      for (const ours of [ids.hash, ids.session, ids.person, 'Clinic line', '+12025550140', house.organisation]) {
        expect(text.includes(ours), `${path} tells a stranger ${ours}: ${text.slice(0, 200)}`).toBe(false)
      }
    }
    const { items: after } = await house.as('auditor').audit.list({})
    expect(after[0]?.seq).toBe(before[0]?.seq)
  })

  const may = Object.entries(matrix).flatMap(([path, { roles }]) => roles.map((role) => [path, role] as const))
  test.each(may)('%s is open to the role %s', async (path, role) => {
    const said = await refusal(house.as(role), path, matrix[path]?.input?.(ids))
    expect(['not_allowed', 'signed_out', 'internal']).not.toContain(said?.message)
    expect(said?.code).not.toBe('BAD_REQUEST_UNREADABLE')
    if (said?.code === 'BAD_REQUEST') expect(said.message).toBe('weak_password')
    expect(said?.code).not.toBe('INTERNAL_SERVER_ERROR')
  })
})
