import { type Held, isoNow, type Line } from '../line'
import type { LegRow } from '../ports'
import { rungIsOver } from '../safe'
import type { Params } from '../twilio/event'
import { linksOf } from '../twilio/links'
import { voiceTwiml } from '../twilio/twiml'
import type { ActionKind } from '../urls'
import type { Cause } from './cause'
import { complete } from './document'
import { leftAlone } from './room'
import type { Decision } from './take'

/** A person who is being asked may be unclear this often before the call ends. */
const mostTurns = 3

interface AtCallee {
  held: Held
  leg: LegRow
  params: Params
  began: number
}

/** Somebody picked up: they hear the script of their rung, or that it is over. No step of the flow. */
export function answerScript(line: Line, { held, leg, params, began }: AtCallee): Decision {
  const next = asking(line, { held, leg, params })
  return {
    cause: {
      kind: 'notice',
      event: undefined,
      change: (each) => (each.id === leg.id ? next : each),
      began,
      answers: next.answer,
      note: isOpen({ held, leg }) ? 'a person is asked' : 'a person hears that it is taken care of',
    },
  }
}

/** Whether this person's answer is still wanted. */
const isOpen = ({ held, leg }: Pick<AtCallee, 'held' | 'leg'>): boolean =>
  held.session.status === 'open' && leg.rung !== undefined && leg.script !== undefined && leg.turn < mostTurns

function asking(line: Line, { held, leg, params }: Omit<AtCallee, 'began'>): LegRow {
  const { account, id: session, locale } = held.session
  const turn = leg.turn + 1
  const verbs = isOpen({ held, leg }) ? complete(leg.script ?? [], { done: true, effects: [] }) : rungIsOver(locale)
  const answer = voiceTwiml(verbs, linksOf(line.urls, { account, session, leg: leg.id, turn }))
  return { ...leg, sid: params.CallSid ?? leg.sid, turn, answer, current: answer }
}

/** What the person did: accepted with 1, declined with 2, or was unclear and hears the question again. */
export function calleeCause(line: Line, { held, leg, params, kind, began }: AtCallee & { kind: ActionKind }): Decision {
  if (kind !== 'heard') return hangUp(line, { held, leg, params, began })
  const accepted = params.Digits === '1' ? true : params.Digits === '2' ? false : undefined
  const { node, rung } = leg
  if (accepted === undefined || node === undefined || rung === undefined || held.session.status === 'ended')
    return answerScript(line, { held, leg, params, began })
  return {
    cause: {
      kind: 'turn',
      leg: leg.id,
      event: {
        type: 'rung.answered',
        at: isoNow(line),
        node,
        rung,
        by: params.To ?? params.Called ?? '',
        accepted,
        leg: leg.id,
      },
      change: (each) => (each.id === leg.id ? { ...each, rung: undefined, script: undefined } : each),
      began,
    },
  }
}

/** The talk is over, or the rung was: nothing is left to do on this leg. */
function hangUp(line: Line, { held, leg, began }: AtCallee): Decision {
  const { account, id: session } = held.session
  const turn = leg.turn + 1
  const answer = voiceTwiml([{ verb: 'hangup' }], linksOf(line.urls, { account, session, leg: leg.id, turn }))
  const cause: Cause = {
    kind: 'notice',
    event: undefined,
    change: (each) => (each.id === leg.id ? { ...each, turn, answer, current: answer } : each),
    began,
    answers: answer,
    note: "the person's call is over",
    ...leftAlone(held, leg),
  }
  return { cause }
}
