import { type Answer, twiml } from '../exchange/answer'
import { type Held, isoNow, type Line } from '../line'
import type { SessionRow } from '../ports'
import { emptyTwiml } from '../twilio/twiml'
import type { Cause } from './cause'
import { advancedBy, committed, take } from './take'
import type { Incoming } from './thread'

/**
 * Somebody opts out or in. It ends or leaves the open conversation and is remembered with it; without one, a session of nothing but
 * this keeps the record. Never answered here: the carrier does, or the caller of this with words of its own.
 */
export async function stopThread(line: Line, incoming: Incoming, change: 'stop' | 'start'): Promise<Answer> {
  const { thread, webhook, ours, theirs, inbox } = incoming
  const consent: Cause['consent'] = { address: theirs, ours, change, at: line.clock.now() }
  const event = change === 'stop' && thread ? { type: 'universal.stop' as const, at: isoNow(line) } : undefined
  const cause: Cause = {
    kind: 'notice',
    event,
    inbox,
    consent,
    began: webhook.began,
    note: change === 'stop' ? 'opted out by text' : 'opted in by text',
  }
  if (thread) await take(line, { organisation: thread.session.organisation, session: thread.session.id }, () => ({ cause }), thread)
  else await onRecord(line, incoming, cause)
  return twiml(emptyTwiml)
}

/** A session of nothing but this: it is over as it begins, and what happened is kept in its journal. */
export async function onRecord(line: Line, incoming: Incoming, cause: Cause): Promise<void> {
  const held: Held = { session: await recordOf(line, incoming, cause), legs: [] }
  const advanced = await advancedBy(line, held, { ...cause, opens: true })
  if ((await line.store.commit(advanced.commit)) === 'committed') committed(line, advanced)
}

async function recordOf(line: Line, { webhook, ours, theirs, binding }: Incoming, { consent }: Cause): Promise<SessionRow> {
  const { organisation, id: account } = webhook.account
  const at = line.clock.now()
  return {
    organisation,
    id: line.ids.next(),
    account,
    release: undefined,
    flow: binding?.flow,
    channel: 'sms',
    ours,
    theirs,
    person: await line.store.person({ organisation, address: theirs, at }),
    snapshot: undefined,
    revision: 0,
    status: 'ended',
    outcome: !consent ? 'unanswered' : consent.change === 'stop' ? 'opted_out' : 'opted_in',
    nodes: [],
    locale: undefined,
    startedAt: at,
    endedAt: at,
  }
}
