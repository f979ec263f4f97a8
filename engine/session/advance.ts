import type { Verb } from '#flows/verbs'
import { callerOf, type Held } from '../line'
import type { LoadedFlow } from '../load'
import type { Commit, LegRow, OutboxRow, SessionRow } from '../ports'
import { emergencyNotice } from '../safe'
import { standsIn } from '../stands'
import { type Step, step } from '../step'
import type { Urls } from '../urls'
import type { Cause } from './cause'
import { isAwaited } from './document'
import { entryOf } from './entry'
import { hear } from './hear'
import { togetherAgain } from './room'
import { effectRows } from './rows'
import { type Told, tell } from './tell'

export interface Advancing {
  /** Undefined only for a session that is over: nothing is stepped then. */
  flow: LoadedFlow | undefined
  held: Held
  cause: Cause
  now: Date
  latencyMs: number
  emergencyNumber: string
  urls: Urls
  nextId(): string
}

/** Everything one cause changes, ready to be committed, and what to do once it is. */
export interface Advanced {
  commit: Commit
  /** The session as it is after the commit. */
  held: Held
  answer: string | undefined
  said: readonly Verb[]
  /** Outbox rows whose result the other side waits for. */
  awaited: readonly OutboxRow[]
}

/** One step as rows. Pure but for the ids it is given; nothing has happened yet when it returns. */
export function advance(advancing: Advancing): Advanced {
  const { flow, held, cause, now } = advancing
  const over = held.session.status === 'ended'
  if (!over && !flow) throw new Error('A session that is not over needs its flow.')
  const heard = cause.event && !over && flow ? hear(flow, { session: held.session, event: cause.event }) : undefined
  const taken = heard && flow ? step(flow, { snapshot: held.session.snapshot, event: heard.event }) : undefined
  if (cause.opens && !over && !taken?.handled) throw new Error('The flow has no way to begin for this channel.')
  const changed: Held = { session: held.session, legs: cause.change ? held.legs.map(cause.change) : held.legs }
  const session = sessionAfter(held.session, { taken, now })
  const told = taken
    ? tell({
        held: changed,
        cause,
        verbs: spoken(advancing, { taken, danger: heard?.danger }),
        effects: taken.effects,
        handled: taken.handled,
        done: taken.done,
        timed: taken.timed,
        urls: advancing.urls,
      })
    : untold(changed, cause)
  const asks = isOfCaller(held, cause)
  const { legs, rows } = effectRows(advancing, {
    legs: merged(changed.legs, told.legs),
    effects: taken?.effects ?? [],
    told,
    revision: session.revision,
    atOnce: asks,
    over: session.status === 'ended' && cause.event?.type === 'call.ended',
  })
  const entry = entryOf({
    ...{ held, session, cause, now },
    latencyMs: advancing.latencyMs,
    kind: cause.kind,
    event: heard?.event ?? cause.event,
    path: taken?.path ?? [],
    verbs: taken?.verbs ?? [],
    effects: taken?.effects ?? [],
    notes: heard?.danger ? ['emergency words heard; the emergency number was given first'] : [],
  })
  return {
    commit: {
      organisation: session.organisation,
      session,
      expected: cause.opens ? undefined : held.session.revision,
      legs: legs.filter((leg) => !held.legs.includes(leg) || cause.opens),
      journal: [entry],
      timers: timersOf(advancing, { taken, session }),
      outbox: rows,
      inbox: cause.inbox,
      consent: cause.consent,
    },
    held: { session, legs },
    answer: cause.answers ?? told.answer,
    said: told.said,
    awaited: asks ? rows.filter(({ work }) => work.kind === 'effect' && isAwaited(work.effect)) : [],
  }
}

/** Whether the answer goes to the caller; only the caller waits in it for effects. */
const isOfCaller = (held: Held, { leg, continues }: Cause): boolean => {
  const asking = leg ?? continues?.leg
  return asking !== undefined && asking === callerOf(held)?.id
}

/** Without a step, who asks is told what holds already. */
const untold = ({ legs }: Held, { leg }: Cause): Told => ({
  legs: [],
  work: [],
  said: [],
  answer: legs.find(({ id }) => id === leg)?.current,
})

function spoken({ held, emergencyNumber }: Advancing, { taken, danger }: { taken: Step; danger: boolean | undefined }): readonly Verb[] {
  const { verbs } = taken
  const { channel, locale } = held.session
  return danger ? [emergencyNotice({ channel, locale, emergencyNumber }), ...verbs] : verbs
}

function sessionAfter(session: SessionRow, { taken, now }: { taken: Step | undefined; now: Date }): SessionRow {
  const revision = session.revision + 1
  if (!taken) return { ...session, revision }
  const { snapshot, done, outcome, locale } = taken
  const nodes = standsIn(taken)
  return {
    ...session,
    revision,
    snapshot,
    nodes,
    locale: locale ?? session.locale,
    outcome: outcome ?? session.outcome,
    status: done ? 'ended' : 'open',
    endedAt: done ? now : undefined,
  }
}

function merged(legs: readonly LegRow[], changed: readonly LegRow[]): LegRow[] {
  return legs.map((leg) => changed.find(({ id }) => id === leg.id) ?? leg)
}

interface Timing {
  taken: Step | undefined
  session: SessionRow
}

function timersOf({ cause, now, held }: Advancing, { taken, session }: Timing): Commit['timers'] {
  const fired = cause.timer && { fired: cause.timer }
  if (session.status === 'ended') return { start: [], stop: [], stopAll: true, ...fired }
  const { organisation, id } = held.session
  const start = [...(taken?.start ?? []), ...(cause.start ?? [])].map(({ id: timer, inMs, event }) => ({
    organisation,
    session: id,
    id: timer,
    event,
    dueAt: new Date(now.getTime() + inMs),
  }))
  const restarted = new Set(start.map((timer) => timer.id))
  const stop = [...(taken?.stop ?? []), ...togetherAgain(cause)].filter((timer) => !restarted.has(timer))
  return { start, stop: [...new Set(stop)], stopAll: false, ...fired }
}
