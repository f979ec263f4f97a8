import type { CallEffect, Effect } from '#flows/effects'
import { leaseMs } from '../effects/lease'
import type { Held } from '../line'
import type { LegRow, OutboxRow } from '../ports'
import { isOver } from '../twilio/codes'
import { isAwaited } from './document'
import type { Told } from './tell'

interface Effecting {
  legs: readonly LegRow[]
  effects: readonly Effect[]
  told: Told
  revision: number
  /** The answer waits for awaited effects, so this very process does them at once. */
  atOnce: boolean
  /** The caller has gone: who was called for them is let go, wherever they are. */
  over: boolean
}

/** Outbox rows for effects and tellings; a rung that is called gets a leg, and rungs to be dropped are marked. */
export function effectRows(
  { held, now, nextId }: { held: Held; now: Date; nextId(): string },
  { legs: before, effects, told, revision, atOnce, over }: Effecting,
): { legs: LegRow[]; rows: OutboxRow[] } {
  const { organisation, id: session, account } = held.session
  let legs = [...before]
  const works: { key: string; work: OutboxRow['work'] }[] = []
  for (const [index, effect] of effects.entries()) {
    if (effect.effect === 'drop-calls') legs = legs.map((leg) => dropped(leg, effect.node))
    const leg = effect.effect === 'call' ? calleeLeg(effect, { organisation, session, id: nextId() }) : undefined
    if (leg) legs.push(leg)
    works.push({ key: leg ? `call:${leg.id}` : `${session}:${revision}:${index}`, work: { kind: 'effect', effect } })
  }
  for (const [index, work] of told.work.entries()) works.push({ key: `${session}:${revision}:tell:${index}`, work })
  if (over) {
    const left = letGo(legs)
    legs = left.legs
    for (const [index, work] of left.work.entries()) works.push({ key: `${session}:${revision}:left:${index}`, work })
  }
  return {
    legs,
    rows: works.map(({ key, work }) => ({
      ...{ organisation, id: nextId(), session, account, key, work, notBefore: now },
      ...(atOnce && work.kind === 'effect' && isAwaited(work.effect)
        ? { attempts: 1, leasedUntil: new Date(now.getTime() + leaseMs) }
        : { attempts: 0 }),
    })),
  }
}

const calleeLeg = (
  { node, rung, script }: CallEffect,
  { organisation, session, id }: { organisation: string; session: string; id: string },
): LegRow => ({
  organisation,
  session,
  id,
  role: 'callee',
  sid: pendingSid(id),
  turn: 0,
  answer: '',
  current: '',
  status: '',
  node,
  rung,
  script,
})

/** A leg's SID until Twilio has given its call one. */
export const pendingSid = (leg: string): string => `pending:${leg}`

/** Still ringing or asking: to be ended by the outbox. `rung` goes at once, so that nothing it says counts any more. */
const dropped = (leg: LegRow, node: string): LegRow =>
  leg.role === 'callee' && leg.node === node && leg.rung !== undefined && !isOver(leg.status)
    ? { ...leg, rung: undefined, status: 'dropping' }
    : leg

/** Marks everybody who was called and is still there, and the work that ends their calls. `but`: a leg that is being answered right now. */
export function letGo(legs: readonly LegRow[], { but }: { but?: string | undefined } = {}): { legs: LegRow[]; work: OutboxRow['work'][] } {
  const nodes = new Set<string>()
  const marked = legs.map((leg) => {
    if (leg.role !== 'callee' || leg.id === but || leg.node === undefined || isOver(leg.status)) return leg
    nodes.add(leg.node)
    return { ...leg, rung: undefined, script: undefined, status: 'dropping' }
  })
  return { legs: marked, work: [...nodes].map((node) => ({ kind: 'effect', effect: { effect: 'drop-calls', node, waits: false } })) }
}
