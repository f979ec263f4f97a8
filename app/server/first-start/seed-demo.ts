import { addOrganisation } from '#drizzle/queries/organisations'
import { people } from '#drizzle/queries/people'
import { freshPassword, hashPassword } from '../auth/password'
import { personFrom } from '../auth/signed-in'
import { noted, productOf } from '../usecases/noted'
import { addPersonIn } from '../usecases/people/add-person'
import type { Wire } from '../wire'
import { demoNumbers } from './demo-line'
import type { FirstNews } from './first-start'
import { demoPeople } from './people'
import { type DemoDesk, seedFlows } from './seed-flows'

const house = { name: 'Riverside Clinic', zone: 'America/New_York' }

/** A small clinic to look around in: people of every role, sample flows that were signed by two of them, and numbers that ring them. */
export async function seedDemo(wire: Wire, { say }: { say(line: string): void }): Promise<FirstNews> {
  say(`A new installation: making the demo organisation ${house.name} …`)
  const organisation = { id: wire.ids.next(), name: house.name }
  const accounts = await Promise.all(demoPeople.map(async (person) => ({ ...person, ...(await passwordFor(wire)) })))
  const actor = { wire, person: productOf(organisation), request: null }
  await wire.store.write(async (tx) => {
    await addOrganisation(tx, { organisation: organisation.id, ...house, createdAt: wire.clock.now() })
    for (const { role, ...person } of accounts) await addPersonIn(tx, actor, { ...person, roles: [role], demo: true })
  })
  const desks = await Promise.all(
    accounts.map(
      async ({ email, role, password }) => [role, await deskOf(wire, { organisation: organisation.id, email, password })] as const,
    ),
  )
  const byRole = new Map(desks)
  await seedFlows((role) => present(byRole.get(role)), { say })
  const samples = demoNumbers.map(({ sample }) => sample)
  await wire.store.write((tx) =>
    noted(tx, actor, { action: 'installation.seeded', details: { samples }, object: { type: 'organisation', id: organisation.id } }),
  )
  return { accounts: accounts.map(({ role, name, email, password }) => ({ role, name, email, password })) }
}

async function passwordFor({ settings }: Wire): Promise<{ password: string; passwordHash: string }> {
  const password = settings.demoPassword ?? freshPassword()
  return { password, passwordHash: await hashPassword(password) }
}

async function deskOf(
  wire: Wire,
  { organisation, email, password }: { organisation: string; email: string; password: string },
): Promise<DemoDesk> {
  const person = await wire.store.read(async (tx) => {
    const row = (await people(tx, { organisation })).find((each) => each.email === email)
    return row && personFrom(tx, { organisation, id: row.id })
  })
  return { desk: { wire, person: present(person), request: 'first start', zone: house.zone, locale: 'en' }, password }
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A person of the demo is missing.')
  return value
}
