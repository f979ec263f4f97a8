import { FlowEvent } from '#flows/events'
import { leaseMs } from '../effects/lease'
import { faultOf } from '../fault'
import { isoNow, type Line } from '../line'
import type { TimerRow } from '../ports'
import { take } from '../session/take'

/** Fires the timers that are due; the commit of each also removes it, so that it fires once whoever leased it. How many were tried. */
export async function fireTimers(line: Line): Promise<number> {
  const due = await line.store.takeTimers({ now: line.clock.now(), leaseMs, most: 32 })
  await Promise.all(due.map((timer) => fire(line, timer)))
  return due.length
}

async function fire(line: Line, { organisation, session, id, event, dueAt }: TimerRow): Promise<void> {
  const began = performance.now()
  try {
    const at = isoNow(line)
    const raised = FlowEvent.parse({ type: event, at, ...ofTheEngine[event] })
    await take(line, { organisation, session }, () => ({ cause: { kind: 'timer', event: raised, timer: { id, dueAt }, began } }))
  } catch (fault) {
    // The lease runs out and it is tried again.
    line.log.error('A timer could not be fired.', { session, timer: id, fault: faultOf(fault) })
  }
}

/** What the engine's own timers say. Who waits alone in a room is told what they would have been told had nobody answered. */
const ofTheEngine: Record<string, { status: string }> = {
  'call.ended': { status: 'completed' },
  'call.dialed': { status: 'no-answer' },
}
