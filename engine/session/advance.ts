import { hashOf } from '#flows/canonical'
import type { CallEffect, Effect } from '#flows/effects'
import type { FlowEvent } from '#flows/events'
import type { Verb } from '#flows/verbs'
import type { Held } from '../line'
import type { LoadedFlow } from '../load'
import type { Commit, JournalEntry, LegRow, OutboxRow, SessionRow } from '../ports'
import { emergencyNotice } from '../safe'
import { step, type Step } from '../step'
import { isOver } from '../twilio/codes'
import type { Urls } from '../urls'
import { engineVersion } from '../version'
import type { Cause } from './cause'
import { isAwaited } from './document'
import { hear } from './hear'
import { tell, type Told } from './tell'

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
    ? tell({ held: changed, cause, verbs: spoken(advancing, { taken, danger: heard?.danger }), effects: taken.effects, handled: taken.handled, done: taken.done, urls: advancing.urls })
    : untold(changed, cause)
  const { legs, rows } = effectRows(advancing, { legs: merged(changed.legs, told.legs), effects: taken?.effects ?? [], told, revision: session.revision })
  const entry = entryOf(advancing, { session, taken, event: heard?.event ?? cause.event, danger: heard?.danger ?? false })
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
    awaited: rows.filter(({ work }) => work.kind === 'effect' && isAwaited(work.effect)),
  }
}

/** Without a step, who asks is told what holds already. */
const untold = ({ legs }: Held, { leg }: Cause): Told => ({ legs: [], work: [], said: [], answer: legs.find(({ id }) => id === leg)?.current })

function spoken({ held, emergencyNumber }: Advancing, { taken, danger }: { taken: Step; danger: boolean | undefined }): readonly Verb[] {
  const { verbs } = taken
  const { channel, locale } = held.session
  return danger ? [emergencyNotice({ channel, locale, emergencyNumber }), ...verbs] : verbs
}

function sessionAfter(session: SessionRow, { taken, now }: { taken: Step | undefined; now: Date }): SessionRow {
  const revision = session.revision + 1
  if (!taken) return { ...session, revision }
  const { snapshot, done, outcome, after: nodes, locale } = taken
  return { ...session, revision, snapshot, nodes, locale: locale ?? session.locale, outcome: outcome ?? session.outcome, status: done ? 'ended' : 'open', endedAt: done ? now : undefined }
}

function merged(legs: readonly LegRow[], changed: readonly LegRow[]): LegRow[] {
  return legs.map((leg) => changed.find(({ id }) => id === leg.id) ?? leg)
}

interface Effecting {
  legs: readonly LegRow[]
  effects: readonly Effect[]
  told: Told
  revision: number
}

/** Outbox rows for effects and tellings; a rung that is called gets a leg, and rungs to be dropped are marked. */
function effectRows({ held, now, nextId }: Advancing, { legs: before, effects, told, revision }: Effecting): { legs: LegRow[]; rows: OutboxRow[] } {
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
  return { legs, rows: works.map(({ key, work }) => ({ organisation, id: nextId(), session, account, key, work, attempts: 0, notBefore: now })) }
}

const calleeLeg = ({ node, rung, script }: CallEffect, { organisation, session, id }: { organisation: string; session: string; id: string }): LegRow => ({
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
  leg.role === 'callee' && leg.node === node && leg.rung !== undefined && !isOver(leg.status) ? { ...leg, rung: undefined, status: 'dropping' } : leg

interface Timing {
  taken: Step | undefined
  session: SessionRow
}

function timersOf({ cause, now, held }: Advancing, { taken, session }: Timing): Commit['timers'] {
  if (session.status === 'ended') return { start: [], stop: cause.timer ? [cause.timer] : [], stopAll: true }
  const { organisation, id } = held.session
  const start = [...(taken?.start ?? []), ...(cause.start ?? [])].map(({ id: timer, inMs, event }) => ({ organisation, session: id, id: timer, event, dueAt: new Date(now.getTime() + inMs) }))
  const restarted = new Set(start.map((timer) => timer.id))
  const stop = [...(taken?.stop ?? []), ...(cause.timer ? [cause.timer] : [])].filter((timer) => !restarted.has(timer))
  return { start, stop: [...new Set(stop)], stopAll: false }
}

interface Entering extends Timing {
  event: FlowEvent | undefined
  danger: boolean
}

function entryOf({ held, cause, now, latencyMs }: Advancing, { session, taken, event, danger }: Entering): JournalEntry {
  const leg = held.legs.find(({ id }) => id === (cause.leg ?? cause.continues?.leg))
  const notes = [...(cause.note ? [cause.note] : []), ...(danger ? ['emergency words heard; the emergency number was given first'] : [])]
  return {
    organisation: session.organisation,
    session: session.id,
    sequence: session.revision,
    at: now,
    kind: cause.kind,
    leg: leg?.id,
    turn: leg?.turn,
    event,
    facts: {},
    before: taken?.before ?? held.session.nodes,
    after: taken?.after ?? session.nodes,
    verbs: taken?.verbs ?? [],
    effects: taken?.effects ?? [],
    prompts: (taken?.verbs ?? []).flatMap(promptsOf),
    release: session.release,
    engine: engineVersion,
    latencyMs,
    note: notes.length > 0 ? notes.join('; ') : undefined,
  }
}

/** The hash of each prompt's words as they were heard, in the manifest's own way of hashing words. */
function promptsOf(verb: Verb): string[] {
  const words = 'words' in verb && verb.words ? (Array.isArray(verb.words) ? verb.words : [verb.words]) : []
  return words.map(({ text }) => hashOf('prompt', text))
}
