import { finish } from '../effects/finish'
import { faultOf } from '../fault'
import type { Line } from '../line'
import type { OutboxRow } from '../ports'
import type { Cause } from './cause'
import type { Taken } from './take'

/**
 * Does the effects an answer depends on, and waits for them as long as the other side may be kept in silence. In time: one answer says
 * what was said before and after. Not in time: the answer holds the caller, who asks again, and the result is committed without it.
 */
export async function withinBudget(line: Line, { leg, taken, began }: { leg: string; taken: Taken; began: number }): Promise<Taken> {
  let current = taken
  for (;;) {
    const [row, ...others] = current.awaited
    if (!row) return current
    for (const other of others) line.later(done(line, other))
    const next = await inTime(line, row, { leg, said: current.said, left: line.config.effectBudgetMs - (performance.now() - began) })
    // Undefined: too late, or it will be tried again; the hold and its polls take over.
    if (!next || next.repeated || next.answer === undefined) return current
    current = next
  }
}

/** The effect's result as part of this answer, or undefined when the answer must leave without it. */
async function inTime(
  line: Line,
  row: OutboxRow,
  { leg, said, left }: { leg: string; said: Taken['said']; left: number },
): Promise<Taken | undefined> {
  let open = left > 0
  let joining = false
  const result = done(line, row, () => {
    joining = open
    return open ? { leg, said } : undefined
  })
  line.later(result)
  if (!open) return undefined
  const next = await Promise.race([result, silence(left)])
  // Being committed as part of this answer: whoever else is asked later takes it as said, so it must be.
  if (next === tooLong && joining) return result
  open = false
  return next === tooLong ? undefined : next
}

function done(line: Line, row: OutboxRow, reply?: () => Cause['continues']): Promise<Taken | undefined> {
  return finish(line, row, reply).catch((fault: unknown) => {
    line.log.error('An effect could not be finished and is left to the outbox.', { session: row.session, fault: faultOf(fault) })
    return undefined
  })
}

const tooLong = Symbol('too long')
const silence = (ms: number): Promise<typeof tooLong> => new Promise((resolve) => setTimeout(() => resolve(tooLong), ms).unref())
