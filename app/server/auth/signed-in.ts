import { grants } from '#drizzle/queries/grants'
import { organisation as organisationOf } from '#drizzle/queries/organisations'
import { person as personOf } from '#drizzle/queries/people'
import { endSignIn, signIn, touchSignIn as touch } from '#drizzle/queries/sign-ins'
import type { Tx } from '#drizzle/store'
import { Role } from '#flows/release/permissions'
import type { Wire } from '../wire'
import { initialsOf, type Person } from './person'
import { readCookie } from './token'

export interface SignedIn {
  person: Person
  tokenHash: string
  lastSeenAt: Date
}

/** Whose cookie it is: nobody's when it is unknown, was idle too long, is older than 12 hours, or the account was disabled. */
export async function signedIn(wire: Wire, cookie: string | undefined): Promise<SignedIn | undefined> {
  const key = readCookie(cookie)
  if (!key) return undefined
  const found = await wire.store.read(async (tx) => {
    const row = await signIn(tx, key)
    return row && { row, person: await personFrom(tx, { organisation: row.organisation, id: row.person }) }
  })
  if (!found?.person) return undefined
  const now = wire.clock.now().getTime()
  const over = found.row.expiresAt.getTime() <= now || found.row.lastSeenAt.getTime() + wire.settings.idleMs <= now
  if (over) {
    await wire.store.write((tx) => endSignIn(tx, key))
    return undefined
  }
  return { person: found.person, tokenHash: key.tokenHash, lastSeenAt: found.row.lastSeenAt }
}

/** Once a minute is enough: it saves a write on every click. */
const touchEveryMs = 60_000

/** The sign-in was used: its idle time begins again. */
export async function touchSignIn(wire: Wire, { person, tokenHash, lastSeenAt }: SignedIn): Promise<void> {
  const at = wire.clock.now()
  if (at.getTime() - lastSeenAt.getTime() < Math.min(touchEveryMs, wire.settings.idleMs / 4)) return
  await wire.store.write((tx) => touch(tx, { organisation: person.organisation.id, tokenHash, at }))
}

/** A person as the server knows them, with their roles and nothing secret; undefined when unknown or disabled. */
export async function personFrom(tx: Tx, { organisation, id }: { organisation: string; id: string }): Promise<Person | undefined> {
  const row = await personOf(tx, { organisation, id })
  const house = await organisationOf(tx, { organisation })
  if (!row || row.disabled || !house) return undefined
  const granted = await grants(tx, { organisation, person: id })
  const roles = Role.options.filter((role) => granted.some((grant) => grant.role === role))
  const { name, email, title } = row
  return { id, name, initials: initialsOf(name), email, title, roles, organisation: { id: organisation, name: house.name } }
}
