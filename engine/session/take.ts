import type { Verb } from '#flows/verbs'
import { soundsLikeEmergency } from '../emergency'
import { faultOf } from '../fault'
import { callerOf, type Held, type Line } from '../line'
import type { LoadedFlow } from '../load'
import type { OutboxRow } from '../ports'
import { isOver } from '../twilio/codes'
import { type Advanced, advance } from './advance'
import { alarmed, utteredIn } from './alarm'
import type { Cause } from './cause'
import { diverted, safeFactsOf } from './divert'

/** What became of a request: its answer, and the effects it waits for. */
export interface Taken {
  held: Held
  answer: string | undefined
  said: readonly Verb[]
  awaited: readonly OutboxRow[]
  /** The same request was committed before; `held` is what it left. */
  repeated?: true
}

export interface SessionRef {
  organisation: string
  session: string
}

/** Either nothing is to change, or this is why something does. Asked again whenever another step came first. */
export type Decision = { answer: string | undefined } | { cause: Cause }

const mostAttempts = 6
/** The outcome of sessions whose person was erased: nothing that still comes in is written down any more. */
const erased = 'erased'

/**
 * Takes one step of a session: read, decide, step, commit; again when another process committed first. What it gives back is
 * durable. Where the flow cannot go on, the session ends in the safe flow.
 * @throws when the store is away, or the session changes faster than this can follow.
 */
export async function take(line: Line, ref: SessionRef, decide: (held: Held) => Decision, first?: Held): Promise<Taken | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const held = attempt === 0 && first ? first : await line.store.session(ref.organisation, ref.session)
    if (!held) return undefined
    if (held.session.outcome === erased) return { held, answer: undefined, said: [], awaited: [] }
    const decision = decide(held)
    if ('answer' in decision) return { held, answer: decision.answer, said: [], awaited: [] }
    const advanced = await advancedBy(line, held, decision.cause)
    const result = await line.store.commit(advanced.commit)
    if (result === 'committed') return committed(line, advanced)
    if (result === 'duplicate') return repeatedBy(line, ref, held)
    await new Promise((resume) => setTimeout(resume, attempt * 8 + Math.random() * 12))
  }
  throw new Error(`Session ${ref.session} was changed by others ${mostAttempts} times in a row.`)
}

export function committed(line: Line, { held, answer, said, awaited, commit }: Advanced): Taken {
  if (commit.outbox.length > 0) line.wake()
  return { held, answer, said, awaited }
}

async function repeatedBy(line: Line, { organisation, session }: SessionRef, before: Held): Promise<Taken> {
  return { held: (await line.store.session(organisation, session)) ?? before, answer: undefined, said: [], awaited: [], repeated: true }
}

/** The step as rows, or the way into the safe flow when the release may not run or cannot. A person is told of danger either way. */
export async function advancedBy(line: Line, held: Held, cause: Cause): Promise<Advanced> {
  return alarmed(line, await steppedBy(line, held, cause), utteredIn(cause.event))
}

async function steppedBy(line: Line, held: Held, cause: Cause): Promise<Advanced> {
  const now = line.clock.now()
  const latencyMs = Math.round(performance.now() - cause.began)
  const flow = await flowFor(line, held, cause)
  const { account, channel, ours: number } = held.session
  const key = { account, channel, number }
  // A process that did not take the call's first request has not read its number yet.
  const binding = line.bindings.last(key) ?? (soundsLikeEmergency(utteredIn(cause.event)) ? await line.bindings.get(key) : undefined)
  const emergencyNumber = binding?.emergencyNumber ?? line.config.emergencyNumber
  try {
    if (!('closed' in flow))
      return advance({ ...flow, held, cause, now, latencyMs, emergencyNumber, urls: line.urls, nextId: () => line.ids.next() })
  } catch (fault) {
    line.log.error('A session could not go on and is answered by the safe flow.', {
      session: held.session.id,
      fault: faultOf(fault),
    })
    return safely(line, { held, cause, now, latencyMs, reasons: ['the flow could not go on'] })
  }
  return safely(line, { held, cause, now, latencyMs, reasons: flow.closed })
}

type Diverting = Pick<Parameters<typeof diverted>[1], 'held' | 'cause' | 'now' | 'latencyMs' | 'reasons'>

async function safely(line: Line, diverting: Diverting): Promise<Advanced> {
  const { account, channel, ours: number, locale } = diverting.held.session
  const binding = await line.bindings.get({ account, channel, number })
  return diverted(line, { ...diverting, facts: safeFactsOf(line, { binding, channel, locale }) })
}

/** A session stays on its release; a withdrawn one is left at the next turn, except by a live call that may finish. */
async function flowFor(
  line: Line,
  held: Held,
  { event }: Cause,
): Promise<{ flow: LoadedFlow | undefined } | { closed: readonly string[] }> {
  const { organisation, release, startedAt, status, channel } = held.session
  if (status === 'ended') return { flow: undefined }
  if (release === undefined) return { closed: ['the session has no release'] }
  const admission = await line.releases.admit(organisation, release, startedAt)
  if (!admission.open) return { closed: admission.reasons }
  const caller = callerOf(held)
  const live = channel === 'voice' && caller !== undefined && !isOver(caller.status)
  const leaves = admission.withdrawn && (admission.withdrawn.stopNow || !live) && event !== undefined && !reports.has(event.type)
  return leaves ? { closed: ['withdrawn'] } : { flow: admission.flow }
}

/** Events that nobody waits for an answer to; a session is not led away because of them. */
const reports: ReadonlySet<string> = new Set(['call.ended', 'message.delivery', 'transcription.ready'])
