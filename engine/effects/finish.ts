import { faultOf } from '../fault'
import type { Line } from '../line'
import type { OutboxRow } from '../ports'
import type { Cause } from '../session/cause'
import { isAwaited } from '../session/document'
import { type Taken, take } from '../session/take'
import type { Done } from './outcome'
import { perform } from './perform'

/** Attempts before work is given up. */
export const mostAttempts = 8
/** Seconds doubled with every attempt, at most five minutes, each a little different so that failures do not come back together. */
export const backoffMs = (attempts: number): number => Math.min(300_000, 1000 * 2 ** (attempts - 1)) * (0.75 + Math.random() / 2)

/**
 * Performs a leased row, commits what came of it once, and settles the row. `reply` says at the end whether the answer that
 * waits for it has still not left.
 */
export async function finish(line: Line, row: OutboxRow, reply?: () => Cause['continues']): Promise<Taken | undefined> {
  const { organisation, id } = row
  // Who tried before may have died after the commit: what was done and recorded is not done again.
  if (row.attempts > 1 && (await line.store.seen(organisation, inboxOf(row)))) {
    await settled(line, row, { result: 'done' })
    return undefined
  }
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
  await settled(line, row, 'again' in outcome ? { result: 'dead', error: outcome.again } : { result: 'done' })
  return taken
}

/** What is committed stands, also when its row cannot be settled: whoever takes the row next finds that it was done. */
async function settled(
  line: Line,
  { organisation, id, session }: OutboxRow,
  end: { result: 'done' | 'dead'; error?: string },
): Promise<void> {
  try {
    await line.store.settle({ organisation, id, ...end })
  } catch (outage) {
    line.log.error('A piece of work was done, but could not be marked as done.', { session, fault: faultOf(outage) })
  }
}

const inboxOf = ({ key }: OutboxRow): string => `effect:${key}`

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
        inbox: inboxOf(row),
        began,
        ...(change && { change }),
        ...(consent && { consent }),
        ...(note && { note }),
        ...(continues ? { continues } : awaited ? { late: true as const } : {}),
      },
    }
  })
}
