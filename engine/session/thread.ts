import { carrierKeyword } from '#flows/recognise'
import type { Verb } from '#flows/verbs'
import { soundsLikeEmergency } from '../emergency'
import { type Answer, twiml } from '../exchange/answer'
import type { Webhook } from '../exchange/request'
import { callerOf, type Held, isoNow, type Line } from '../line'
import type { NumberBinding } from '../ports'
import { helpReply, stoppedReply } from '../safe'
import { fieldsOf, mediaOf, messageSidOf, oursOf, receivedEvent, theirsOf } from '../twilio/event'
import { emptyTwiml, messageTwiml } from '../twilio/twiml'
import { safeLinks } from './divert'
import { open } from './open'
import { answerRung } from './rung'
import { onRecord, stopThread } from './stop'
import { jot, unknownNumber } from './stranger'
import { take } from './take'
import { withinBudget } from './wait'

/** The id of a thread's only leg. Its SID is that of the text it answered last. */
export const threadLeg = 'thread'

/** A text came in, with everything that decides whose it is. */
export interface Incoming {
  webhook: Webhook
  sid: string
  inbox: string
  body: string
  ours: string
  theirs: string
  binding: NumberBinding | undefined
  thread: Held | undefined
  keyword: 'stop' | 'help' | 'start' | undefined
}

/**
 * A text comes in: an opt-out before everything, then an answer to a rung, then the open conversation, then a new one.
 * The same text again gets the stored answer; nobody who opted out is written to.
 */
export async function answerMessage(line: Line, webhook: Webhook): Promise<Answer> {
  const { account, params } = webhook
  const { organisation } = account
  const sid = messageSidOf(params)
  const ours = oursOf(params)
  const theirs = theirsOf(params)
  if (!sid) return unknownNumber(line, webhook, { channel: 'sms', note: 'a text without MessageSid' })
  const inbox = `message:${sid}`
  if (await line.store.seen(organisation, inbox)) return repeated(line, { organisation, sid })
  const binding = await line.bindings.get({ account: account.id, channel: 'sms', number: ours })
  const thread = await line.store.thread({ organisation, ours, theirs })
  const body = params.Body ?? ''
  return routed(line, { webhook, sid, inbox, body, ours, theirs, binding, thread, keyword: keywordOf(params.OptOutType, body) })
}

async function routed(line: Line, incoming: Incoming): Promise<Answer> {
  const { webhook, ours, theirs, keyword, binding, thread } = incoming
  const { organisation, id: account } = webhook.account
  if (keyword === 'stop') return stopped(line, incoming)
  const suppressed = await line.store.suppressed({ organisation, ours, theirs })
  if (suppressed && keyword === 'start') return stopThread(line, incoming, 'start')
  if (suppressed) {
    const note = 'a text of somebody who opted out; not answered'
    if (soundsLikeEmergency(incoming.body)) await unanswered(line, incoming, note)
    else await jot(line, { organisation, account, kind: 'notice', note, began: webhook.began })
    return twiml(emptyTwiml)
  }
  if (keyword === 'help') return helped(line, incoming)
  const rung = await answerRung(line, incoming)
  if (rung) return rung
  if (thread) return inThread(line, incoming, thread)
  if (binding) return anew(line, incoming, binding)
  const note = 'a text to a number that answers none'
  if (soundsLikeEmergency(incoming.body)) await unanswered(line, incoming, note)
  return unknownNumber(line, webhook, { channel: 'sms', note })
}

/** Emergency words no flow will answer: kept with their text, so that the person who is told of them finds them. */
async function unanswered(line: Line, incoming: Incoming, note: string): Promise<void> {
  const { params, began } = incoming.webhook
  // Not the text's own key: what is answered to it must be answered again when it comes again.
  const inbox = `unanswered:${incoming.sid}`
  await onRecord(line, incoming, { kind: 'notice', event: receivedEvent(params, isoNow(line)), inbox, began, note })
}

/** With Advanced Opt-Out Twilio says itself what a text meant (docs: messaging/services, OptOutType). */
function keywordOf(optOutType: string | undefined, body: string): Incoming['keyword'] {
  const said = optOutType?.toLowerCase()
  return said === 'stop' || said === 'help' || said === 'start' ? said : carrierKeyword(body)
}

async function repeated(line: Line, { organisation, sid }: { organisation: string; sid: string }): Promise<Answer> {
  const held = await line.store.sessionBySid(organisation, sid)
  return twiml(held?.legs.find((leg) => leg.sid === sid)?.answer ?? '')
}

async function stopped(line: Line, incoming: Incoming): Promise<Answer> {
  await stopThread(line, incoming, 'stop')
  return incoming.binding?.keywordReplies === 'ours'
    ? ourReply(line, incoming, stoppedReply(incoming.thread?.session.locale))
    : twiml(emptyTwiml)
}

/** Where the carrier answers HELP itself, a second answer of ours would be one too many. */
async function helped(line: Line, incoming: Incoming): Promise<Answer> {
  const { webhook, binding, thread } = incoming
  const { organisation, id: account } = webhook.account
  await jot(line, { organisation, account, kind: 'notice', note: 'help was asked for by text', began: webhook.began })
  if (binding?.keywordReplies !== 'ours') return twiml(emptyTwiml)
  return ourReply(
    line,
    incoming,
    helpReply({ locale: thread?.session.locale, humanNumber: binding.humanNumber ?? line.config.humanNumber }),
  )
}

function ourReply(line: Line, { webhook, thread }: Incoming, verb: Verb): Answer {
  const replies = verb.verb === 'reply' ? [{ words: verb.words }] : []
  return twiml(messageTwiml(replies, safeLinks(line, { account: webhook.account.id, locale: thread?.session.locale })))
}

async function inThread(line: Line, incoming: Incoming, thread: Held): Promise<Answer> {
  const { webhook, inbox, sid } = incoming
  const { began, account, params } = webhook
  const ref = { organisation: account.organisation, session: thread.session.id }
  const taken = await take(
    line,
    ref,
    (held) => {
      if (held.session.status === 'ended') return { answer: undefined }
      const leg = callerOf(held)
      return {
        cause: {
          kind: 'turn',
          event: receivedEvent(params, isoNow(line)),
          inbox,
          began,
          ...(leg && { leg: leg.id, change: (each) => (each.id === leg.id ? { ...each, sid } : each) }),
        },
      }
    },
    thread,
  )
  if (!taken || taken.repeated) return repeated(line, { organisation: ref.organisation, sid })
  // The conversation ended while this text was on its way; it begins the next one.
  if (taken.answer === undefined) return incoming.binding ? anew(line, incoming, incoming.binding) : twiml(emptyTwiml)
  const { answer } = await withinBudget(line, { leg: threadLeg, taken, began })
  return twiml(answer ?? '')
}

async function anew(line: Line, incoming: Incoming, binding: NumberBinding): Promise<Answer> {
  const { webhook, inbox, sid, theirs, body } = incoming
  const { began, params } = webhook
  const started = { by: 'message' as const, body, media: mediaOf(params), fields: fieldsOf(params) }
  const taken = await open(line, { binding, leg: { id: threadLeg, sid }, theirs, started, inbox, began })
  if (!taken) return joined(line, incoming)
  const { answer } = await withinBudget(line, { leg: threadLeg, taken, began })
  return twiml(answer ?? '')
}

/** Two first texts reached two processes: the second goes on in the conversation that the first has opened. */
async function joined(line: Line, incoming: Incoming): Promise<Answer> {
  const { webhook, ours, theirs } = incoming
  const thread = await line.store.thread({ organisation: webhook.account.organisation, ours, theirs })
  if (!thread) throw new Error('A conversation was opened by another text and cannot be found.')
  return inThread(line, incoming, thread)
}
