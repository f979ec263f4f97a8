import { aliases, pointAlias as move } from '#drizzle/queries/aliases'
import { numbers } from '#drizzle/queries/numbers'
import { transition } from '#drizzle/queries/submissions'
import type { Tx } from '#drizzle/store'
import { reauthenticate } from '../../auth/reauthenticate'
import { missing, Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { noted } from '../noted'
import { sign } from './sign'
import { nextState, type Standing, standing } from './standing'

export interface PointInput {
  flow: string
  alias: string
  hash: string
  password: string
  reason: string
}

export const releasedStatement = 'I release this version to the numbers of this alias.'

/** Makes an alias lead to a release: the next call to its numbers runs it. The engine's own gate must be open for it. */
export async function pointAlias(desk: Desk, input: PointInput): Promise<{ numbers: string[] }> {
  const { wire, person } = desk
  const organisation = person.organisation.id
  const now = await wire.store.read((tx) => standing(tx, { organisation, hash: input.hash }))
  if (now.row.flow !== input.flow) throw missing()
  nextState(desk, now, { act: 'point' })
  const proof = await reauthenticate(desk, input.password)
  const admitted = await wire.releases.admit(organisation, input.hash, wire.clock.now())
  if (!admitted.open || admitted.withdrawn) throw new Refusal('CONFLICT', 'release_damaged')
  return wire.store.write(async (tx) => {
    const where = await standing(tx, { organisation, hash: input.hash })
    const to = nextState(desk, where, { act: 'point' })
    const from = (await aliases(tx, { organisation, flow: input.flow })).find(({ name }) => name === input.alias)?.release ?? null
    const at = wire.clock.now()
    const moved = await move(tx, { organisation, flow: input.flow, name: input.alias, from, to: input.hash, person: person.id, at })
    if (!moved) throw new Refusal('CONFLICT', 'alias_moved')
    const stepped = await transition(tx, {
      organisation,
      release: input.hash,
      from: [where.state],
      to,
      person: person.id,
      at,
      reason: input.reason,
    })
    if (!stepped) throw new Refusal('CONFLICT', 'lifecycle_not_from_this_state')
    await sign(tx, desk, {
      release: input.hash,
      meaning: 'Released-to-environment',
      statement: releasedStatement,
      comment: input.reason,
      permission: 'release.point',
      proof,
    })
    const details = { flow: input.flow, alias: input.alias, from, to: input.hash }
    await noted(tx, desk, {
      action: 'release.pointed',
      details,
      object: released(where),
      reason: input.reason,
      before: from,
      after: input.hash,
    })
    if (from !== null && from !== input.hash) await supersede(tx, desk, { organisation, hash: from })
    return { numbers: await numbersOf(tx, { organisation, ...input }) }
  })
}

const released = ({ row }: Standing) => ({ type: 'release', id: row.hash, version: String(row.version) })

/** What no alias leads to any more was superseded; it may be pointed at again. */
async function supersede(tx: Tx, desk: Desk, key: { organisation: string; hash: string }): Promise<void> {
  const before = await standing(tx, key).catch(() => undefined)
  if (before?.state !== 'live') return
  const still = await aliases(tx, { organisation: key.organisation, flow: before.row.flow })
  if (still.some(({ release }) => release === key.hash)) return
  const { flow, version } = before.row
  await transition(tx, {
    organisation: key.organisation,
    release: key.hash,
    from: ['live'],
    to: 'superseded',
    person: desk.person.id,
    at: desk.wire.clock.now(),
  })
  await noted(tx, desk, { action: 'release.superseded', details: { flow, version, release_hash: key.hash }, object: released(before) })
}

/** The numbers that an alias answers. */
export async function numbersOf(
  tx: Tx,
  { organisation, flow, alias }: { organisation: string; flow: string; alias: string },
): Promise<string[]> {
  const all = await numbers(tx, { organisation })
  return all.filter(({ bindings }) => bindings.some((bound) => bound.flow === flow && bound.alias === alias)).map(({ number }) => number)
}
