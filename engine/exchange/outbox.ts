import { finish, leaseMs } from '../effects/finish'
import { faultOf } from '../fault'
import type { Line } from '../line'
import type { OutboxRow } from '../ports'

/** Does the work that is due. A process that dies in the middle leaves its lease to run out, and another does it. How much was tried. */
export async function workOutbox(line: Line): Promise<number> {
  const rows = await line.store.takeOutbox({ now: line.clock.now(), leaseMs, most: 16 })
  await Promise.all(rows.map((row) => work(line, row)))
  return rows.length
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
