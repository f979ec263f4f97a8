import { addGrant, grants, removeGrants } from '#drizzle/queries/grants'
import { changePerson, people, person as personOf } from '#drizzle/queries/people'
import { endSignInsOf } from '#drizzle/queries/sign-ins'
import type { Tx } from '#drizzle/store'
import type { Role } from '#flows/release/permissions'
import { freshPassword, hashPassword } from '../../auth/password'
import { missing, Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { noted } from '../noted'
import { addPersonIn } from './add-person'

/** Opens an account with a password that is told once. */
export async function invite(
  desk: Desk,
  { name, email, title, roles }: { name: string; email: string; title: string; roles: readonly Role[] },
): Promise<{ temporaryPassword: string }> {
  const temporaryPassword = freshPassword()
  const passwordHash = await hashPassword(temporaryPassword)
  await desk.wire.store.write((tx) => addPersonIn(tx, { ...desk }, { name, email, title, roles, passwordHash }))
  return { temporaryPassword }
}

/** Gives a person exactly these roles. Nobody changes their own, and one administrator stays. */
export async function setRoles(desk: Desk, { id, roles }: { id: string; roles: readonly Role[] }): Promise<void> {
  const { wire, person } = desk
  const organisation = person.organisation.id
  await wire.store.write(async (tx) => {
    await other(tx, desk, id)
    const before = await grants(tx, { organisation, person: id })
    const gone = before.filter(({ role }) => !roles.some((wanted) => wanted === role))
    await removeGrants(tx, { organisation, ids: gone.map((grant) => grant.id) })
    for (const role of roles.filter((wanted) => !before.some((grant) => grant.role === wanted))) {
      await addGrant(tx, { organisation, id: wire.ids.next(), person: id, role, grantedAt: wire.clock.now(), grantedBy: person.id })
      await noted(tx, desk, { action: 'role.granted', details: { role }, object: { type: 'person', id } })
    }
    for (const { role } of gone)
      await noted(tx, desk, { action: 'role.revoked', details: { role: role as Role }, object: { type: 'person', id } })
    await oneAdminStays(tx, organisation)
  })
}

/** Closes an account and ends its sign-ins, or opens it again. */
export async function setDisabled(desk: Desk, { id, disabled }: { id: string; disabled: boolean }): Promise<void> {
  const organisation = desk.person.organisation.id
  await desk.wire.store.write(async (tx) => {
    await other(tx, desk, id)
    await changePerson(tx, { organisation, id, changes: { disabled } })
    if (disabled) await endSignInsOf(tx, { organisation, person: id })
    const object = { type: 'person', id }
    if (disabled) await noted(tx, desk, { action: 'person.disabled', details: {}, object })
    else await noted(tx, desk, { action: 'person.changed', details: { fields: ['disabled'] }, object })
    await oneAdminStays(tx, organisation)
  })
}

/** Gives a person a new password that is told once; their sign-ins end. */
export async function resetPassword(desk: Desk, { id }: { id: string }): Promise<{ temporaryPassword: string }> {
  const organisation = desk.person.organisation.id
  const temporaryPassword = freshPassword()
  const passwordHash = await hashPassword(temporaryPassword)
  await desk.wire.store.write(async (tx) => {
    await other(tx, desk, id)
    await changePerson(tx, { organisation, id, changes: { passwordHash, failedAttempts: 0, lockedUntil: null } })
    await endSignInsOf(tx, { organisation, person: id })
    await noted(tx, desk, { action: 'person.password_changed', details: {}, object: { type: 'person', id } })
  })
  return { temporaryPassword }
}

/** Somebody else of this organisation. */
async function other(tx: Tx, { person }: Desk, id: string): Promise<void> {
  if (person.id === id) throw new Refusal('FORBIDDEN', 'not_yourself')
  if (!(await personOf(tx, { organisation: person.organisation.id, id }))) throw missing()
}

async function oneAdminStays(tx: Tx, organisation: string): Promise<void> {
  const active = new Set((await people(tx, { organisation })).filter(({ disabled }) => !disabled).map(({ id }) => id))
  const admins = (await grants(tx, { organisation })).filter(({ role, person }) => role === 'admin' && active.has(person))
  if (admins.length === 0) throw new Refusal('CONFLICT', 'last_admin')
}
