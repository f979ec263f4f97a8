import { addOrganisation } from '#drizzle/queries/organisations'
import { freshPassword, hashPassword } from '../auth/password'
import { productOf } from '../usecases/noted'
import { addPersonIn } from '../usecases/people/add-person'
import type { Wire } from '../wire'
import type { FirstNews } from './first-start'

/**
 * A new installation that patients can reach: an organisation and one administrator, nothing of the demo.
 * @throws a sentence when CALLWRIGHT_ADMIN_EMAIL is not set.
 */
export async function foundHouse(wire: Wire): Promise<FirstNews> {
  const { adminEmail, organisation: name } = wire.settings
  if (!adminEmail) {
    throw new Error(
      'This is a new installation with a public URL. Set CALLWRIGHT_ADMIN_EMAIL to the e-mail of its first administrator, then start again.',
    )
  }
  const organisation = wire.ids.next()
  const password = freshPassword()
  const passwordHash = await hashPassword(password)
  await wire.store.write(async (tx) => {
    await addOrganisation(tx, { organisation, name, zone: 'UTC', createdAt: wire.clock.now() })
    const actor = { wire, person: productOf({ id: organisation, name }), request: null }
    await addPersonIn(tx, actor, { name: 'Administrator', email: adminEmail, title: 'Administrator', roles: ['admin'], passwordHash })
  })
  return { accounts: [{ role: 'admin', name: 'Administrator', email: adminEmail, password }] }
}
