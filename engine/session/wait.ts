import { finish, leaseMs } from '../effects/finish'
import { faultOf } from '../fault'
import type { Line } from '../line'
import type { Taken } from './take'

/**
 * Waits for the effects an answer depends on, for as long as the other side may be kept in silence. In time: one answer says what was
 * said before and after. Not in time: the answer holds the caller, who asks again, and the result is committed without it.
 */
export async function withinBudget(line: Line, { leg, taken, began }: { leg: string; taken: Taken; began: number }): Promise<Taken> {
  let current = taken
  for (;;) {
    const [row] = current.awaited
    const left = line.config.effectBudgetMs - (performance.now() - began)
    if (!row || left <= 0) return current
    const said = current.said
    let open = true
    const result = inline(line, row.key, () => (open ? { leg, said } : undefined)).catch((fault: unknown) => {
      line.log.error('An effect could not be finished and is left to the outbox.', {
        session: row.session,
        fault: faultOf(fault),
      })
      return undefined
    })
    const next = await Promise.race([result, silence(left)])
    open = false
    if (next === tooLong) {
      line.later(result)
      return current
    }
    // Undefined: another process has the lease, or it will be tried again; the hold and its polls take over.
    if (!next || next.repeated || next.answer === undefined) return current
    current = next
  }
}

async function inline(line: Line, key: string, reply: () => { leg: string; said: Taken['said'] } | undefined): Promise<Taken | undefined> {
  const [row] = await line.store.takeOutbox({ now: line.clock.now(), leaseMs, most: 1, key })
  return row && finish(line, row, reply)
}

const tooLong = Symbol('too long')
const silence = (ms: number): Promise<typeof tooLong> => new Promise((resolve) => setTimeout(() => resolve(tooLong), ms).unref())
