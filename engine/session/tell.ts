import type { Effect } from '#flows/effects'
import type { Verb } from '#flows/verbs'
import { callerOf, type Held } from '../line'
import type { LegRow, OutboxRow } from '../ports'
import { rungIsOver } from '../safe'
import { isOver } from '../twilio/codes'
import { linksOf } from '../twilio/links'
import { pieces, sayable, textedAtOnce } from '../twilio/sayable'
import { messageTwiml, type Reply, voiceTwiml } from '../twilio/twiml'
import type { Urls } from '../urls'
import type { Cause } from './cause'
import { complete, isAwaited, isFor, quietHold } from './document'

export interface Telling {
  held: Held
  cause: Cause
  verbs: readonly Verb[]
  effects: readonly Effect[]
  handled: boolean
  done: boolean
  /** Time alone can lead on from where the flow stands. */
  timed: boolean
  urls: Urls
}

/** What each leg is told because of a step: changed legs, work for the outbox, and the answer to the request that asked. */
export interface Told {
  legs: LegRow[]
  work: OutboxRow['work'][]
  answer: string | undefined
  /** What the asking leg heard so far in this answer; an effect's result may still be added to it. */
  said: readonly Verb[]
}

/** Brings verbs to the legs they are for. Turns grow only where a new document replaces what the other side was to answer. */
export function tell(telling: Telling): Told {
  const { held, cause, verbs } = telling
  const caller = callerOf(held)
  const asking = held.legs.find(({ id }) => id === (cause.leg ?? cause.continues?.leg))
  const callers = verbs.filter((verb) => isFor(verb, 'caller'))
  const callees = verbs.filter((verb) => isFor(verb, 'callee'))
  const nothing: Told = { legs: [], work: [], answer: undefined, said: [] }
  const toCaller = !caller
    ? nothing
    : held.session.channel === 'sms'
      ? tellThread(telling, { caller, asking, callers })
      : tellCall(telling, { caller, asking, callers })
  if (asking?.role !== 'callee') return toCaller
  const answered = direct(
    telling,
    asking,
    complete(telling.handled ? callees : rungIsOver(held.session.locale), { done: true, effects: [] }),
  )
  return { legs: [...toCaller.legs, ...answered.legs], work: toCaller.work, answer: answered.answer, said: callees }
}

interface Parties {
  caller: LegRow
  asking: LegRow | undefined
  callers: readonly Verb[]
}

function tellCall(telling: Telling, { caller, asking, callers }: Parties): Told {
  const { cause, handled, done, effects, timed } = telling
  const isAsking = asking?.id === caller.id
  if (isAsking && cause.continues) return inOneAnswer(telling, caller, [...cause.continues.said, ...callers])
  if (isAsking && !handled && !done) return unchanged(telling, caller, callers)
  if (isAsking) return { ...direct(telling, caller, complete(callers, { done, effects, timed })), said: callers }
  const over = isOver(caller.status)
  if (over || (callers.length === 0 && !done) || (!handled && !done)) return { legs: [], work: [], answer: undefined, said: [] }
  const said = complete(callers, { done, effects, timed })
  if (cause.late)
    return {
      legs: [{ ...caller, current: documentOf(telling, { ...caller, said, turn: caller.turn }) }],
      work: [],
      answer: undefined,
      said: [],
    }
  const { legs } = direct(telling, caller, said)
  return { legs, work: [{ kind: 'redirect', leg: caller.id }], answer: undefined, said: [] }
}

/** A new turn for a leg: its answer is also what a poll gets, except that holding words are said once. */
function direct(telling: Telling, leg: LegRow, said: readonly Verb[]): Told {
  const turn = leg.turn + 1
  const answer = documentOf(telling, { ...leg, said, turn })
  const waiting = telling.effects.some(isAwaited) && said.at(-1)?.verb === 'hold'
  const current = waiting ? documentOf(telling, { ...leg, said: [quietHold], turn }) : answer
  return { legs: [{ ...leg, turn, answer, current }], work: [], answer, said }
}

/** An effect came back before its answer left: one answer says both, and polls get only what is new. */
function inOneAnswer(telling: Telling, leg: LegRow, said: readonly Verb[]): Told {
  const { done, effects, timed, verbs } = telling
  const waiting = effects.some(isAwaited)
  const answer = documentOf(telling, { ...leg, said: complete(said, { done, effects, timed }), turn: leg.turn })
  const fresh = verbs.filter((verb) => isFor(verb, 'caller'))
  const rest = waiting ? [quietHold] : complete(fresh, { done, effects, timed })
  return { legs: [{ ...leg, answer, current: documentOf(telling, { ...leg, said: rest, turn: leg.turn }) }], work: [], answer, said }
}

/** The flow made nothing of it: what the other side was to do still holds, and its turn with it. A notice of ours may come first. */
function unchanged(telling: Telling, leg: LegRow, notice: readonly Verb[]): Told {
  // A document that comes straight back must not come back at once for ever.
  const hot = telling.cause.event?.type === 'call.resumed'
  const answer = hot || notice.length > 0 ? documentOf(telling, { ...leg, said: [...notice, quietHold], turn: leg.turn }) : leg.current
  return { legs: [], work: [], answer, said: [] }
}

/** Texts answer in the request where there is one, and go out by themselves where there is none. */
function tellThread(telling: Telling, { caller, asking, callers }: Parties): Told {
  const { cause, held } = telling
  const replies = [...(cause.continues?.said ?? []), ...callers].flatMap(replyOf)
  if (asking?.id === caller.id) {
    const turn = cause.continues ? caller.turn : caller.turn + 1
    const answer = messageTwiml(replies, linksFor(telling, caller.id, turn))
    const said = cause.continues ? [...cause.continues.said, ...callers] : callers
    return { legs: [{ ...caller, turn, answer, current: answer }], work: [], answer, said }
  }
  const { ours: from, theirs: to } = held.session
  const work = callers.flatMap(replyOf).flatMap((reply) => textsOf(reply).map((text) => ({ kind: 'text' as const, to, from, ...text })))
  return { legs: [], work, answer: undefined, said: [] }
}

/** A reply as texts of at most one message body each; media goes with the first. */
export function textsOf({ words, media = [] }: Reply): { body: string; media: readonly string[] }[] {
  const bodies = pieces(sayable(words.text), textedAtOnce)
  return (bodies.length > 0 || media.length === 0 ? bodies : ['']).map((body, index) => ({ body, media: index === 0 ? media : [] }))
}

/** On a thread, what a node would speak is written. */
function replyOf(verb: Verb): Reply[] {
  if (verb.verb === 'reply') return [{ words: verb.words, ...(verb.media && { media: verb.media }) }]
  if (verb.verb === 'say') return [{ words: verb.words }]
  return verb.verb === 'gather' ? verb.words.map((words) => ({ words })) : []
}

const linksFor = ({ held: { session }, urls }: Telling, leg: string, turn: number) =>
  linksOf(urls, { account: session.account, session: session.id, leg, turn })
const documentOf = (telling: Telling, { id, said, turn }: { id: string; said: readonly Verb[]; turn: number }): string =>
  voiceTwiml(said, linksFor(telling, id, turn))
