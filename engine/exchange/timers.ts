import { FlowEvent } from '#flows/events'
import { leaseMs } from '../effects/finish'
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

async function fire(line: Line, { organisation, session, id, event }: TimerRow): Promise<void> {
  const began = performance.now()
  try {
    const at = isoNow(line)
    const raised = FlowEvent.parse(event === 'call.ended' ? { type: 'call.ended', at, status: 'completed' } : { type: event, at })
    await take(line, { organisation, session }, () => ({ cause: { kind: 'timer', event: raised, timer: id, began } }))
  } catch (fault) {
    // The lease runs out and it is tried again.
    line.log.error('A timer could not be fired.', { session, timer: id, fault: faultOf(fault) })
  }
}
