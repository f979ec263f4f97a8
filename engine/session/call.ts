import type { Answer } from '../exchange/answer'
import type { Webhook } from '../exchange/request'
import type { Line } from '../line'
import { fieldsOf, oursOf, theirsOf } from '../twilio/event'
import { open } from './open'
import { neverSilent, unknownNumber } from './stranger'
import { withinBudget } from './wait'

/** The id of the patient's own leg of a call. */
export const callLeg = 'call'

/** A call comes in. The same call again gets what it got, or what is next by now. */
export async function answerCall(line: Line, webhook: Webhook): Promise<Answer> {
  const { account, params, began } = webhook
  const sid = params.CallSid
  if (!sid) return unknownNumber(line, webhook, { channel: 'voice', note: 'a call without CallSid' })
  const before = await line.store.sessionBySid(account.organisation, sid)
  const leg = before?.legs.find((each) => each.sid === sid)
  if (leg) return neverSilent(line, leg.turn === 1 ? leg.answer : leg.current, { account: account.id })
  const binding = await line.bindings.get({ account: account.id, channel: 'voice', number: oursOf(params) })
  if (!binding) return unknownNumber(line, webhook, { channel: 'voice', note: 'a call to a number that rings nothing' })
  const started = { by: 'call' as const, fields: fieldsOf(params) }
  const taken = await open(line, { binding, leg: { id: callLeg, sid }, theirs: theirsOf(params), started, inbox: `call:${sid}`, began })
  if (!taken) throw new Error('The call was taken by a session that cannot be found.')
  const { answer } = await withinBudget(line, { leg: callLeg, taken, began })
  return neverSilent(line, answer, { account: account.id, binding })
}
