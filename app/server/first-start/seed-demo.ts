import { addOrganisation } from '#drizzle/queries/organisations'
import { freshPassword, hashPassword } from '../auth/password'
import { productOf } from '../usecases/noted'
import { addPersonIn } from '../usecases/people/add-person'
import type { Wire } from '../wire'
import type { FirstNews } from './first-start'
import { demoPeople } from './people'

const house = { name: 'Riverside Clinic', zone: 'America/New_York' }

/** A small clinic to look around in: people of every role, sample flows that were signed by two of them, and numbers that ring them. */
export async function seedDemo(wire: Wire, { say }: { say(line: string): void }): Promise<FirstNews> {
  say(`A new installation: making the demo organisation ${house.name} …`)
  const organisation = { id: wire.ids.next(), name: house.name }
  const actor = { wire, person: productOf(organisation), request: null }
  const secrets = await Promise.all(
    demoPeople.map(async (person) => {
      const password = wire.settings.demoPassword ?? freshPassword()
      return { ...person, password, passwordHash: await hashPassword(password) }
    }),
  )
  await wire.store.write(async (tx) => {
    await addOrganisation(tx, { organisation: organisation.id, ...house, createdAt: wire.clock.now() })
    for (const { role, name, title, email, passwordHash } of secrets) {
      await addPersonIn(tx, actor, { name, title, email, roles: [role], passwordHash, demo: true })
    }
  })
  return { accounts: secrets.map(({ role, name, email, password }) => ({ role, name, email, password })) }
}
