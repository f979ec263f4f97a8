import { aliases } from '#drizzle/queries/aliases'
import { openOnReleases } from '#drizzle/queries/calls'
import { flow as flowOf } from '#drizzle/queries/flows'
import { withdraw as addWithdrawal, release as releaseOf, wholesOf } from '#drizzle/queries/releases'
import { transition } from '#drizzle/queries/submissions'
import type { Tx } from '#drizzle/store'
import { reauthenticate } from '../../auth/reauthenticate'
import { Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { noted } from '../noted'
import { numbersOf } from './point'
import { sign } from './sign'
import { nextState, standing } from './standing'

export interface WithdrawInput {
  hash: string
  reason: string
  /** Live calls end in the safe flow at their next turn; otherwise they finish. */
  stopNow: boolean
  password: string
}

export const withdrawnStatement = 'I withdraw this release: no new call or conversation may begin on it.'

/** The kill switch: one person, effective for the next call. The safe flow answers in its place. A withdrawn release can still be stopped. */
export async function withdrawRelease(desk: Desk, { hash, reason, stopNow, password }: WithdrawInput): Promise<void> {
  const { wire, person } = desk
  const organisation = person.organisation.id
  const step = { act: 'withdraw', reason } as const
  const now = await wire.store.read((tx) => standing(tx, { organisation, hash }))
  const again = now.state === 'withdrawn' && stopNow
  nextState(desk, again ? { ...now, state: 'live' } : now, step)
  const proof = await reauthenticate(desk, password)
  await wire.store.write(async (tx) => {
    const where = await standing(tx, { organisation, hash })
    const at = wire.clock.now()
    await addWithdrawal(tx, { organisation, release: hash, person: person.id, at, reason, stopNow })
    if (!again) {
      const moved = await transition(tx, {
        organisation,
        release: hash,
        from: [where.state],
        to: nextState(desk, where, step),
        person: person.id,
        at,
        reason,
      })
      if (!moved) throw new Refusal('CONFLICT', 'lifecycle_not_from_this_state')
    }
    await sign(tx, desk, {
      release: hash,
      meaning: 'Withdrawn',
      statement: withdrawnStatement,
      comment: reason,
      permission: 'release.withdraw',
      proof,
    })
    const { flow, version } = where.row
    const { numbers } = await impactOf(tx, { organisation, hash })
    const details = { flow, version, release_hash: hash, stop_now: stopNow, numbers }
    await noted(tx, desk, { action: 'release.withdrawn', details, object: { type: 'release', id: hash, version: String(version) }, reason })
  })
}

/** What a withdrawal reaches, in figures, before anybody decides. */
export interface Impact {
  numbers: string[]
  openSessions: number
  /** Releases that have this one inside them. */
  pinnedBy: { flow: string; flowName: string; version: number; hash: string }[]
}

export async function impactOf(tx: Tx, { organisation, hash }: { organisation: string; hash: string }): Promise<Impact> {
  const reached = [hash, ...(await wholesOf(tx, { organisation, hash }))]
  const pointed = (await aliases(tx, { organisation })).filter(({ release }) => release !== null && reached.includes(release))
  const numbers: string[] = []
  for (const { flow, name } of pointed) numbers.push(...(await numbersOf(tx, { organisation, flow, alias: name })))
  const pinnedBy: Impact['pinnedBy'] = []
  for (const whole of reached.slice(1)) {
    const row = await releaseOf(tx, { organisation, hash: whole })
    if (row)
      pinnedBy.push({
        flow: row.flow,
        flowName: (await flowOf(tx, { organisation, id: row.flow }))?.name ?? row.flow,
        version: row.version,
        hash: whole,
      })
  }
  return { numbers: [...new Set(numbers)].sort(), openSessions: await openOnReleases(tx, { organisation, releases: reached }), pinnedBy }
}
