import { finish } from '../effects/finish'
import { leaseMs } from '../effects/lease'
import { faultOf } from '../fault'
import type { Line } from '../line'
import type { OutboxRow } from '../ports'

const mostAtOnce = 32

/**
 * Begins the work that is due, and does not wait for it: another system that answers slowly must not keep other callers waiting. A
 * process that dies in the middle leaves its leases to run out, and another does the work. Gives how much was begun.
 */
export function createOutboxWork(line: Line): () => Promise<number> {
  let busy = 0
  return async () => {
    if (busy >= mostAtOnce) return 0
    const rows = await line.store.takeOutbox({ now: line.clock.now(), leaseMs, most: mostAtOnce - busy })
    for (const row of rows) {
      busy++
      line.later(work(line, row).finally(() => busy--))
    }
    return rows.length
  }
}

async function work(line: Line, row: OutboxRow): Promise<void> {
  try {
    await finish(line, row)
  } catch (fault) {
    line.log.error('A piece of work could not be finished.', {
      session: row.session,
      work: row.work.kind,
      fault: faultOf(fault),
    })
  }
}
