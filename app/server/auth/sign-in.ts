import { changePerson, peopleOfEmail, person as personOf } from '#drizzle/queries/people'
import { addSignIn, clearSignIns } from '#drizzle/queries/sign-ins'
import type { Row } from '#drizzle/rows'
import { noted } from '../usecases/noted'
import type { Wire } from '../wire'
import { isPassword } from './password'
import { personFrom } from './signed-in'
import { freshToken, hashOfToken } from './token'

/** A sign-in ends after this long, however busy. */
export const longestMs = 12 * 60 * 60_000
const mostFailures = 5
const mostFailuresOfPeer = 30
export const lockMs = 15 * 60_000

export type SignInOutcome = { ok: true; organisation: string; token: string } | { ok: false; reason: 'wrong' | 'blocked' }

interface Credentials {
  email: string
  password: string
  /** Network address of whoever tries. */
  peer: string
}

/**
 * Signs in by e-mail and password and gives a fresh token. Five failures lock an account for 15 minutes; an address of the network
 * may fail 30 times in 15 minutes. Unknown, disabled and locked accounts take the same time and get the same words.
 */
export async function signInWith(wire: Wire, { email, password, peer }: Credentials): Promise<SignInOutcome> {
  const named = `e-mail ${email.trim().toLowerCase()}`
  if (wire.limit.full(peer, mostFailuresOfPeer) || wire.limit.full(named, mostFailures)) return { ok: false, reason: 'blocked' }
  const known = await wire.store.read((tx) => peopleOfEmail(tx, { email: email.trim() }))
  for (const row of known.length > 0 ? known : [undefined]) {
    const right = await isPassword(password, row?.passwordHash)
    if (!row || row.disabled) continue
    if (isLocked(row, wire.clock.now())) return { ok: false, reason: 'blocked' }
    if (right) return entered(wire, row)
    await failed(wire, row)
  }
  wire.limit.count(peer)
  wire.limit.count(named)
  return { ok: false, reason: 'wrong' }
}

export const isLocked = ({ lockedUntil }: Pick<Row<'people'>, 'lockedUntil'>, now: Date): boolean =>
  lockedUntil !== null && lockedUntil > now

async function entered(wire: Wire, { organisation, id }: Row<'people'>): Promise<SignInOutcome> {
  const token = freshToken()
  const at = wire.clock.now()
  await wire.store.write(async (tx) => {
    const person = await personFrom(tx, { organisation, id })
    if (!person) return
    await changePerson(tx, { organisation, id, changes: { failedAttempts: 0, lockedUntil: null } })
    await clearSignIns(tx, { organisation, at })
    await addSignIn(tx, {
      organisation,
      tokenHash: hashOfToken(token),
      person: id,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + longestMs),
      provedAt: at,
    })
    await noted(
      tx,
      { wire, person, request: null },
      { action: 'person.signed_in', details: { components: ['password'] }, object: { type: 'person', id } },
    )
  })
  return { ok: true, organisation, token }
}

/** One failure more, and the lock at the fifth. Told to the audit log each time. */
export async function failed(wire: Wire, { organisation, id }: Pick<Row<'people'>, 'organisation' | 'id'>): Promise<{ locked: boolean }> {
  return wire.store.write(async (tx) => {
    const row = await personOf(tx, { organisation, id })
    const person = await personFrom(tx, { organisation, id })
    if (!row || !person) return { locked: false }
    const attempts = row.failedAttempts + 1
    const locked = attempts >= mostFailures
    const lockedUntil = locked ? new Date(wire.clock.now().getTime() + lockMs) : row.lockedUntil
    await changePerson(tx, { organisation, id, changes: { failedAttempts: locked ? 0 : attempts, lockedUntil } })
    await noted(
      tx,
      { wire, person, request: null },
      { action: 'person.sign_in_failed', details: { attempts }, object: { type: 'person', id } },
    )
    return { locked }
  })
}
