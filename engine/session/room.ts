import type { Held } from '../line'
import type { LegRow } from '../ports'
import type { Cause } from './cause'
import { awaitsReport } from './document'

/** How long a caller may be on the way to the room. Whoever was in it reports within this time that the talk is over. */
const onTheWayMs = 10_000
const aloneTimer = 'left-alone'

/**
 * The person who accepted has left the room they were to meet the caller in. A caller who had come hears of it by the end of the dial;
 * one who had not would wait there alone, and is led on when this timer is due, as if nobody had answered.
 */
export function leftAlone({ session }: Held, leg: LegRow): Pick<Cause, 'start'> {
  const inRoom = leg.role === 'callee' && leg.node !== undefined && session.nodes.includes(leg.node) && awaitsReport(leg.current)
  return inRoom && session.status === 'open' ? { start: [{ id: aloneTimer, inMs: onTheWayMs, event: 'call.dialed' }] } : {}
}

/** The talk is over, or another one begins: nobody is left alone any more. */
export const togetherAgain = ({ event }: Cause): string[] =>
  event?.type === 'call.dialed' || event?.type === 'rung.answered' ? [aloneTimer] : []
