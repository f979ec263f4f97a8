import { addOrganisation, organisations } from '#drizzle/queries/organisations'
import { people } from '#drizzle/queries/people'
import { type Dialect, openTestStore, type TestStore } from '#drizzle/testing/stores'
import { createHttp } from '#engine/effects/client'
import { createEngine, type Engine } from '#engine/exchange/engine'
import { createCarrier } from '#engine/testing/carrier'
import { Role } from '#flows/release/permissions'
import type { Person } from '../auth/person'
import { personFrom } from '../auth/signed-in'
import { seedDemo } from '../first-start/seed-demo'
import { makeWire } from '../make-wire'
import { createCaller } from '../routers/index'
import { settingsFrom } from '../settings'
import { productOf } from '../usecases/noted'
import { addPersonIn } from '../usecases/people/add-person'
import type { Wire } from '../wire'

export const password = 'rehearse-the-line'
export const publicUrl = 'https://calls.clinic.example'

export type Caller = ReturnType<typeof createCaller>

/** The demo organisation on a real store, with a clock that only moves when told, callers of every role, and the engine. */
export interface House {
  opened: TestStore
  wire: Wire
  engine: Engine
  organisation: string
  clock: { now(): Date; passes(seconds: number): void }
  person(role: Role): Person
  /** What a person of this role can ask. */
  as(role: Role): Caller
  asPerson(person: Person | undefined): Caller
  /** Somebody of another organisation with these roles. */
  stranger(roles: readonly Role[]): Promise<Person>
  close(): Promise<void>
}

export async function openHouse({ dialect = 'sqlite' }: { dialect?: Dialect } = {}): Promise<House> {
  const opened = await openTestStore(dialect)
  let instant = Date.parse('2026-03-02T15:00:00.000Z')
  const clock = {
    now: () => new Date(instant),
    passes: (seconds: number) => {
      instant += seconds * 1000
    },
  }
  const settings = settingsFrom({ CALLWRIGHT_DEMO_PASSWORD: password, CALLWRIGHT_DATA: opened.folder })
  const { wire, config } = makeWire({ store: opened.store, settings, clock, env: { CALLWRIGHT_PUBLIC_URL: publicUrl } })
  await seedDemo(wire, { say: () => undefined })
  const [house] = await wire.store.read(organisations)
  if (!house) throw new Error('The demo was not made.')
  const staff = await staffOf(wire, house.organisation)
  const person = (role: Role): Person => {
    const found = staff.find(({ roles }) => roles.includes(role))
    if (!found) throw new Error(`Nobody is ${role}.`)
    return found
  }
  const asPerson = (asking: Person | undefined): Caller => createCaller(contextFor(wire, asking))
  const engine = createEngine({
    store: wire.lines,
    clock,
    ids: wire.ids,
    audio: wire.audio,
    telephony: createCarrier().telephony,
    http: createHttp({ allow: [] }),
    config,
  })
  return {
    ...{ opened, wire, engine, clock, person, asPerson },
    organisation: house.organisation,
    as: (role) => asPerson(person(role)),
    stranger: (roles) => strangerIn(wire, roles),
    async close() {
      await engine.stop()
      await opened.remove()
    },
  }
}

function contextFor(wire: Wire, person: Person | undefined) {
  return { wire, person, signIn: undefined, request: 'test', zone: 'America/New_York', locale: 'en', touch: async () => undefined }
}

async function staffOf(wire: Wire, organisation: string): Promise<Person[]> {
  return wire.store.read(async (tx) => {
    const found: Person[] = []
    for (const { id } of await people(tx, { organisation })) {
      const person = await personFrom(tx, { organisation, id })
      if (person) found.push(person)
    }
    return found
  })
}

async function strangerIn(wire: Wire, roles: readonly Role[]): Promise<Person> {
  const organisation = { id: wire.ids.next(), name: 'Another house' }
  const { passwordHash } = await wire.store.read(async (tx) => {
    const [somebody] = await people(tx, { organisation: (await organisations(tx))[0]?.organisation ?? '' })
    if (!somebody) throw new Error('Nobody works here.')
    return somebody
  })
  await wire.store.write(async (tx) => {
    await addOrganisation(tx, { organisation: organisation.id, name: organisation.name, zone: 'UTC', createdAt: wire.clock.now() })
    const actor = { wire, person: productOf(organisation), request: null }
    await addPersonIn(tx, actor, { name: 'Sam Stranger', email: `${organisation.id}@else.example`, title: '', roles, passwordHash })
  })
  const [stranger] = await staffOf(wire, organisation.id)
  if (!stranger) throw new Error('The stranger was not made.')
  return stranger
}

export const everyRole = Role.options
