import { changePerson } from '#drizzle/queries/people'
import { addSignIn, endSignInsOf, signIn } from '#drizzle/queries/sign-ins'
import { hashPassword, shortestPassword } from '../../auth/password'
import { reauthenticate } from '../../auth/reauthenticate'
import { Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { noted } from '../noted'

/** Sets one's own password and ends every other sign-in of this person. @throws Refusal `wrong_password`, `locked` or `weak_password`. */
export async function changeOwnPassword(
  desk: Desk,
  { current, next, keep }: { current: string; next: string; keep: string | undefined },
): Promise<void> {
  if ([...next].length < shortestPassword) throw new Refusal('BAD_REQUEST', 'weak_password', { least: shortestPassword })
  await reauthenticate(desk, current)
  const { person } = desk
  const passwordHash = await hashPassword(next)
  await desk.wire.store.write(async (tx) => {
    const key = { organisation: person.organisation.id, id: person.id }
    await changePerson(tx, { ...key, changes: { passwordHash, failedAttempts: 0, lockedUntil: null } })
    const here = keep === undefined ? undefined : await signIn(tx, { organisation: key.organisation, tokenHash: keep })
    await endSignInsOf(tx, { organisation: key.organisation, person: person.id })
    if (here) await addSignIn(tx, here)
    await noted(tx, desk, { action: 'person.password_changed', details: {}, object: { type: 'person', id: person.id } })
  })
}
