import { person as personOf } from '#drizzle/queries/people'
import { Refusal } from '../refusal'
import type { Desk } from '../trpc'
import { isPassword } from './password'
import { failed, isLocked } from './sign-in'

/** How somebody proved who they are, for the signature's record. */
export interface Proof {
  components: ['password']
  authenticatedAt: string
}

/**
 * Asks for the password again at the moment of signing (21 CFR 11.200(a)(1)). Failures count towards the account's lock.
 * @throws Refusal `wrong_password` or `locked`.
 */
export async function reauthenticate(
  { wire, person: { id, organisation } }: Pick<Desk, 'wire' | 'person'>,
  password: string,
): Promise<Proof> {
  const key = { organisation: organisation.id, id }
  const row = await wire.store.read((tx) => personOf(tx, key))
  const right = await isPassword(password, row?.passwordHash)
  if (!row || isLocked(row, wire.clock.now())) throw new Refusal('FORBIDDEN', 'locked')
  if (right) return { components: ['password'], authenticatedAt: wire.clock.now().toISOString() }
  const { locked } = await failed(wire, key)
  throw new Refusal('FORBIDDEN', locked ? 'locked' : 'wrong_password')
}
