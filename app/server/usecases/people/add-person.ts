import { addGrant } from '#drizzle/queries/grants'
import { addPerson as insert, peopleOfEmail } from '#drizzle/queries/people'
import type { Tx } from '#drizzle/store'
import type { Role } from '#flows/release/permissions'
import { Refusal } from '../../refusal'
import type { Actor } from '../noted'
import { noted } from '../noted'

export interface NewPerson {
  name: string
  email: string
  title: string
  roles: readonly Role[]
  passwordHash: string
  /** Printed at the first start; such an account keeps a public URL from being used. */
  demo?: boolean
}

/** Opens an account, in the caller's transaction. @throws Refusal `email_taken`. An e-mail signs in to one organisation only. */
export async function addPersonIn(
  tx: Tx,
  actor: Actor,
  { name, email, title, roles, passwordHash, demo = false }: NewPerson,
): Promise<{ id: string }> {
  const { ids, clock } = actor.wire
  const organisation = actor.person.organisation.id
  const address = email.trim().toLowerCase()
  if ((await peopleOfEmail(tx, { email: address })).length > 0) throw new Refusal('CONFLICT', 'email_taken')
  const id = ids.next()
  const at = clock.now()
  const blank = { locale: null, disabled: false, failedAttempts: 0, lockedUntil: null }
  await insert(tx, { organisation, id, email: address, name, title, passwordHash, demo, createdAt: at, ...blank })
  for (const role of roles)
    await addGrant(tx, { organisation, id: ids.next(), person: id, role, grantedAt: at, grantedBy: actor.person.id })
  await noted(tx, actor, { action: 'person.created', details: { roles: [...roles] }, object: { type: 'person', id } })
  return { id }
}
