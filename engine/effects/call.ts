import type { CallEffect, Effect } from '#flows/effects'
import { type Held, isoNow, type Line } from '../line'
import type { LegRow, OutboxRow, TelephonyAccount } from '../ports'
import { pendingSid } from '../session/rows'
import { invalidCallState } from '../twilio/codes'
import { TelephonyFault } from '../twilio/rest'
import type { Done, Outcome } from './outcome'

interface Calling {
  row: OutboxRow
  held: Held
  account: TelephonyAccount
}

/** Rings the person of a rung on the leg made for it, unless that rung is over already. */
export async function ringRung(line: Line, effect: CallEffect, { row, held, account }: Calling): Promise<Outcome> {
  const leg = held.legs.find(({ id }) => row.key === `call:${id}`)
  if (!leg || leg.rung === undefined || leg.sid !== pendingSid(leg.id))
    return { event: undefined, note: 'the rung is over; nobody was rung' }
  const ref = { account: account.id, session: held.session.id, leg: leg.id, turn: 0 }
  const missed = (note: string): Done => ({
    event: { type: 'rung.missed', at: isoNow(line), node: effect.node, rung: effect.rung, status: 'failed' },
    change: over(leg),
    note,
  })
  try {
    const { sid } = await line.telephony.createCall({
      account,
      to: effect.to,
      from: effect.from ?? held.session.ours,
      ringSeconds: effect.ringSeconds,
      url: line.urls.action({ ...ref, kind: 'script' }),
      statusCallback: line.urls.action({ ...ref, kind: 'notice' }, 'call-status'),
    })
    return { event: undefined, change: (each) => (each.id === leg.id ? { ...each, sid } : each), note: 'a person is being rung' }
  } catch (fault) {
    if (!(fault instanceof TelephonyFault)) throw fault
    return fault.again ? { again: fault.message, otherwise: () => missed(fault.message) } : missed(fault.message)
  }
}

const over =
  ({ id }: LegRow) =>
  (leg: LegRow): LegRow =>
    leg.id === id ? { ...leg, rung: undefined, status: 'failed' } : leg

/** Ends the calls of rungs that were dropped. A call that ended by itself meanwhile is no fault. */
export async function dropCalls(
  line: Line,
  effect: Extract<Effect, { effect: 'drop-calls' }>,
  { held, account }: Calling,
): Promise<Outcome> {
  const open = held.legs.filter(({ node, status, sid, id }) => node === effect.node && status === 'dropping' && sid !== pendingSid(id))
  try {
    for (const { sid } of open) await endCall(line, { account, sid })
  } catch (fault) {
    if (!(fault instanceof TelephonyFault)) throw fault
    return { again: fault.message, otherwise: () => ({ event: undefined, note: fault.message }) }
  }
  const ended = new Set(open.map(({ id }) => id))
  return {
    event: undefined,
    change: (leg) => (ended.has(leg.id) ? { ...leg, status: 'canceled' } : leg),
    note: `${open.length} calls ended`,
  }
}

async function endCall(line: Line, { account, sid }: { account: TelephonyAccount; sid: string }): Promise<void> {
  try {
    await line.telephony.endCall({ account, sid })
  } catch (fault) {
    if (
      !(fault instanceof TelephonyFault) ||
      fault.again ||
      (fault.code !== undefined && fault.code !== invalidCallState && fault.code !== 20404)
    )
      throw fault
  }
}

/** Leads a call to what it is to do now. A call that is over needs no leading. */
export async function redirect(line: Line, leg: LegRow | undefined, { held, account }: Calling): Promise<Outcome> {
  if (!leg || leg.sid === pendingSid(leg.id)) return { event: undefined }
  const url = line.urls.action({ account: account.id, session: held.session.id, leg: leg.id, turn: leg.turn, kind: 'poll' })
  try {
    await line.telephony.redirectCall({ account, sid: leg.sid, url })
  } catch (fault) {
    if (!(fault instanceof TelephonyFault)) throw fault
    if (fault.again) return { again: fault.message, otherwise: () => ({ event: undefined, note: fault.message }) }
    return { event: undefined, note: fault.message }
  }
  return { event: undefined }
}
