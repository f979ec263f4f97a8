import type { Line } from '../line'
import type { OutboxRow } from '../ports'
import type { Cause } from '../session/cause'
import { isAwaited } from '../session/document'
import { type Taken, take } from '../session/take'
import type { Done } from './outcome'
import { perform } from './perform'

/** Attempts before work is given up. */
export const mostAttempts = 8
/** Longest a piece of work may take before another process may try it: a request of 10 s and its commit. */
export const leaseMs = 15_000

/** Seconds doubled with every attempt, at most five minutes, each a little different so that failures do not come back together. */
export const backoffMs = (attempts: number): number => Math.min(300_000, 1000 * 2 ** (attempts - 1)) * (0.75 + Math.random() / 2)

/**
 * Performs a leased row, commits what came of it once, and settles the row. `reply` says at the end whether the answer that
 * waits for it has still not left.
 */
export async function finish(line: Line, row: OutboxRow, reply?: () => Cause['continues']): Promise<Taken | undefined> {
  const { organisation, id } = row
  const outcome = await perform(line, row)
  if ('again' in outcome && row.attempts < mostAttempts) {
    await line.store.settle({
      organisation,
      id,
      result: 'retry',
      notBefore: new Date(line.clock.now().getTime() + backoffMs(row.attempts)),
      error: outcome.again,
    })
    return undefined
  }
  const done = 'again' in outcome ? outcome.otherwise() : outcome
  const taken = await record(line, row, done, reply)
  await line.store.settle({
    organisation,
    id,
    result: 'again' in outcome ? 'dead' : 'done',
    ...('again' in outcome && { error: outcome.again }),
  })
  return taken
}

/** The result as a step of the session. Its key makes it count once, although the work itself may have been done twice. */
async function record(
  line: Line,
  row: OutboxRow,
  { event, change, consent, note }: Done,
  reply?: () => Cause['continues'],
): Promise<Taken | undefined> {
  if (!event && !change && !note && !consent) return undefined
  const began = performance.now()
  const awaited = row.work.kind === 'effect' && isAwaited(row.work.effect)
  return take(line, { organisation: row.organisation, session: row.session }, () => {
    const continues = reply?.()
    return {
      cause: {
        kind: 'effect',
        event,
        inbox: `effect:${row.key}`,
        began,
        ...(change && { change }),
        ...(consent && { consent }),
        ...(note && { note }),
        ...(continues ? { continues } : awaited ? { late: true as const } : {}),
      },
    }
  })
}
