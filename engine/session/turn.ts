import type { FlowEvent } from '#flows/events'
import { type Answer, twiml } from '../exchange/answer'
import { Refusal, type Webhook } from '../exchange/request'
import { type Held, isoNow, type Line } from '../line'
import { safeFarewell } from '../safe'
import { dialedEvent, heardEvent, type Params, recordedEvent, resumedEvent } from '../twilio/event'
import { voiceTwiml } from '../twilio/twiml'
import type { Action, ActionKind } from '../urls'
import { answerScript, calleeCause } from './callee'
import { noSession, safeLinks } from './divert'
import { pendingSid } from './rows'
import { builtInSafe, jot, neverSilent } from './stranger'
import { type Decision, take } from './take'
import { withinBudget } from './wait'

/**
 * A request to one of our action URLs. The turn the leg owes is processed; the one before gets the stored answer, byte for byte; an
 * older one what is to be done now; a newer or forged one nothing.
 * @throws Refusal
 */
export async function answerTurn(line: Line, webhook: Webhook): Promise<Answer> {
  const { account, params, action, began } = webhook
  if (!action) throw new Refusal('an action URL that is not ours')
  if (action.session === noSession) return twiml(afterSafeDial(line, { account: account.id, params, locale: action.leg }))
  const taken = await take(line, { organisation: account.organisation, session: action.session }, (held) =>
    decide(line, { held, action, params, began }),
  )
  if (!taken) {
    await jot(line, {
      organisation: account.organisation,
      account: account.id,
      kind: 'safe',
      note: 'a turn of a session that does not exist',
      began,
    })
    return builtInSafe(line, { account: account.id, channel: 'voice', binding: undefined })
  }
  const { answer } = await withinBudget(line, { leg: action.leg, taken, began })
  return neverSilent(line, answer, { account: account.id })
}

interface Asked {
  held: Held
  action: Action
  params: Params
  began: number
}

function decide(line: Line, { held, action, params, began }: Asked): Decision {
  const leg = held.legs.find(({ id }) => id === action.leg)
  if (!leg || held.session.account !== action.account) throw new Refusal('an action of a leg that does not exist')
  if (params.CallSid && leg.sid !== params.CallSid && leg.sid !== pendingSid(leg.id)) throw new Refusal('an action of another call')
  if (action.kind === 'notice') throw new Refusal('a notice where a turn belongs')
  if (action.kind === 'poll') return { answer: leg.current }
  if (action.turn > leg.turn) throw new Refusal('a turn that has not been offered yet')
  if (action.turn < leg.turn) return { answer: action.turn === leg.turn - 1 ? leg.answer : leg.current }
  if (action.kind === 'script') return answerScript(line, { held, leg, params, began })
  if (leg.role === 'callee') return calleeCause(line, { held, leg, params, kind: action.kind, began })
  return { cause: { kind: 'turn', leg: leg.id, event: eventOf(action.kind, params, isoNow(line)), began } }
}

function eventOf(kind: ActionKind, params: Params, at: string): FlowEvent {
  if (kind === 'heard') return heardEvent(params, at)
  if (kind === 'dialed') return dialedEvent(params, at)
  return kind === 'recorded' ? recordedEvent(params, at) : resumedEvent(params, at)
}

/** After the safe flow dialled a person: nothing more to say when they spoke, a farewell when nobody answered. */
function afterSafeDial(line: Line, { account, params, locale }: { account: string; params: Params; locale: string }): string {
  const spoke = params.DialCallStatus === 'completed' || params.DialCallStatus === 'answered'
  return voiceTwiml(spoke ? [{ verb: 'hangup' }] : safeFarewell(locale), safeLinks(line, { account, locale }))
}
