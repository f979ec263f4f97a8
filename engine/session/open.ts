import type { FlowEventOf } from '#flows/events'
import { faultOf } from '../fault'
import { type Held, isoNow, type Line } from '../line'
import type { LoadedFlow } from '../load'
import type { NumberBinding, SessionRow } from '../ports'
import { type Advanced, advance } from './advance'
import { alarmed } from './alarm'
import type { Cause } from './cause'
import { diverted, safeFactsOf } from './divert'
import { committed, type Taken } from './take'

/** No call lasts longer (docs: voice/api, 24 hours). A session whose end nobody reported is over by then. */
const longestCallMs = 24 * 60 * 60 * 1000

export interface Opening {
  binding: NumberBinding
  /** The leg the session begins on, and the SID its first request came with. */
  leg: { id: string; sid: string }
  theirs: string
  started: Omit<FlowEventOf<'session.started'>, 'type' | 'at' | 'session' | 'channel' | 'from' | 'to'>
  inbox: string
  consent?: Cause['consent']
  began: number
}

/**
 * Begins a session on the release its number points to. Where that may not run, on the organisation's signed safe flow; where there
 * is none, or it cannot run either, the built-in one answers and the session is over. Undefined when another request has just opened
 * the one conversation there may be between the two addresses.
 */
export async function open(line: Line, opening: Opening): Promise<Taken | undefined> {
  const { binding, leg } = opening
  const { organisation } = binding
  const person = await line.store.person({ organisation, address: opening.theirs, at: line.clock.now() })
  const opened = await alarmed(line, await openedBy(line, opening, person), opening.started.body ?? '')
  const result = await line.store.commit(opened.commit)
  if (result === 'committed') return committed(line, opened)
  // The same request came in twice at once: the other one's answer is the answer.
  const before = await line.store.sessionBySid(organisation, leg.sid)
  if (!before) return undefined
  return { held: before, answer: before.legs.find(({ sid }) => sid === leg.sid)?.answer, said: [], awaited: [], repeated: true }
}

async function openedBy(line: Line, opening: Opening, person: string | undefined): Promise<Advanced> {
  const { organisation, channel, release } = opening.binding
  const first = release === undefined ? { reasons: ['no release is pointed to'] } : await runnable(line, organisation, release)
  const session = beginning(line, opening, { person, release: 'flow' in first ? release : undefined })
  if ('flow' in first) {
    const begun = begin(line, opening, { session, flow: first.flow })
    if (begun) return begun
  }
  const reasons = 'flow' in first ? ['the flow could not begin'] : first.reasons
  const safe = await line.store.safeRelease({ organisation, channel, locale: undefined })
  const second = safe === undefined || safe === release ? undefined : await runnable(line, organisation, safe)
  const begun =
    second && 'flow' in second
      ? begin(line, opening, { session: { ...session, release: safe }, flow: second.flow, note: `the safe flow: ${reasons.join(', ')}` })
      : undefined
  return begun ?? builtIn(line, opening, { session: { ...session, release: undefined }, reasons })
}

async function runnable(line: Line, organisation: string, hash: string): Promise<{ flow: LoadedFlow } | { reasons: readonly string[] }> {
  const admission = await line.releases.admit(organisation, hash, line.clock.now())
  if (!admission.open) return { reasons: admission.reasons }
  return admission.withdrawn ? { reasons: ['withdrawn'] } : { flow: admission.flow }
}

function beginning(
  line: Line,
  { binding, theirs }: Opening,
  { person, release }: { person: string | undefined; release: string | undefined },
): SessionRow {
  const { organisation, account, channel, number: ours, flow } = binding
  return {
    organisation,
    id: line.ids.next(),
    account,
    release,
    flow,
    channel,
    ours,
    theirs,
    person,
    snapshot: undefined,
    revision: 0,
    status: 'open',
    outcome: undefined,
    nodes: [],
    locale: undefined,
    startedAt: line.clock.now(),
    endedAt: undefined,
  }
}

const heldFrom = (session: SessionRow, { leg }: Opening): Held => ({
  session,
  legs: [
    {
      organisation: session.organisation,
      session: session.id,
      id: leg.id,
      role: 'caller',
      sid: leg.sid,
      turn: 0,
      answer: '',
      current: '',
      status: '',
      node: undefined,
      rung: undefined,
      script: undefined,
    },
  ],
})

function causeOf({ leg, inbox, consent, began }: Opening, extra: Pick<Cause, 'event' | 'kind' | 'note' | 'start'>): Cause {
  return { ...extra, leg: leg.id, opens: true, inbox, began, ...(consent && { consent }) }
}

function begin(
  line: Line,
  opening: Opening,
  { session, flow, note }: { session: SessionRow; flow: LoadedFlow; note?: string },
): Advanced | undefined {
  const { channel, id, theirs: from, ours: to } = session
  const cause = causeOf(opening, {
    kind: 'turn',
    event: { ...opening.started, type: 'session.started', at: isoNow(line), session: id, channel, from, to },
    ...(note && { note }),
    ...(channel === 'voice' && { start: [{ id: 'call.ended', inMs: longestCallMs, event: 'call.ended' }] }),
  })
  const { emergencyNumber } = opening.binding
  try {
    return advance({
      flow,
      held: heldFrom(session, opening),
      cause,
      now: line.clock.now(),
      latencyMs: Math.round(performance.now() - opening.began),
      emergencyNumber,
      urls: line.urls,
      nextId: () => line.ids.next(),
    })
  } catch (fault) {
    line.log.error('A session could not begin and is answered by the safe flow.', {
      release: session.release,
      fault: faultOf(fault),
    })
    return undefined
  }
}

function builtIn(line: Line, opening: Opening, { session, reasons }: { session: SessionRow; reasons: readonly string[] }): Advanced {
  const { channel } = session
  return diverted(line, {
    held: heldFrom(session, opening),
    cause: causeOf(opening, { kind: 'safe', event: undefined }),
    now: line.clock.now(),
    latencyMs: Math.round(performance.now() - opening.began),
    facts: safeFactsOf(line, { binding: opening.binding, channel, locale: undefined }),
    reasons,
  })
}
