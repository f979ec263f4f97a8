import { faultOf } from '../fault'
import type { Line } from '../line'
import type { TelephonyAccount } from '../ports'
import { answerCall } from '../session/call'
import { noteCallStatus, noteMessageStatus, noteRecording, noteTranscription } from '../session/notice'
import { builtInSafe, jot } from '../session/stranger'
import { answerMessage } from '../session/thread'
import { answerTurn } from '../session/turn'
import { messageSidOf, oursOf, theirsOf } from '../twilio/event'
import { isSignedByTwilio } from '../twilio/signature'
import type { Action } from '../urls'
import { type Answer, noted, plain, twiml } from './answer'
import { type Arrival, readArrival } from './arrival'
import { Refusal, type Webhook } from './request'

type Handler = (line: Line, webhook: Webhook) => Promise<Answer>

/** Where webhooks come in: `/twilio/<account>/<name>`. `voice` and `message` are set at numbers, `fallback` beside them; we hand out the rest. */
const handlers: Record<string, Handler> = {
  voice: answerCall,
  message: answerText,
  turn: answerTurn,
  'call-status': noteCallStatus,
  'message-status': noteMessageStatus,
  'recording-status': noteRecording,
  transcription: noteTranscription,
  fallback: answerFallback,
}
/** One thread's texts are taken one after the other, so that they are answered in the order they came. */
function answerText(line: Line, webhook: Webhook): Promise<Answer> {
  const { account, params } = webhook
  return line.threads.run(JSON.stringify([account.id, oursOf(params), theirsOf(params)]), () => answerMessage(line, webhook))
}

/** What is reported to these is answered with nothing, also when we could not take it. */
const notices = new Set(['call-status', 'message-status', 'recording-status', 'transcription'])

/** Answers a webhook. The signature is checked before anything else is believed; whatever fails after it, the caller hears the safe flow. */
export async function answerWebhook(line: Line, request: Request): Promise<Answer> {
  const began = performance.now()
  const arrival = await readArrival(request, line.config.publicUrl)
  if ('status' in arrival) return arrival
  const [, , accountId = '', name = ''] = arrival.path.split('/').map(decoded)
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
  if (!handler || arrival.path.split('/').length !== 4) return plain(404, 'There is no such webhook.')
  try {
    const account = await signer(line, { arrival, accountId })
    if (!account) return await refused(line, { accountId, reason: 'a request without a valid signature', began })
    const action = actionOf(line, { account, name, query: arrival.query })
    return await handler(line, { account, params: arrival.params, action, began })
  } catch (fault) {
    if (fault instanceof Refusal) return refused(line, { accountId, reason: fault.message, began })
    line.log.error('A webhook could not be taken and is answered by the safe flow.', {
      account: accountId,
      webhook: name,
      fault: faultOf(fault),
    })
    return notices.has(name)
      ? plain(503, 'This could not be taken now. Please send it again.')
      : safeAnswerFor(line, { accountId, name, arrival })
  }
}

/** What an address of ours asks for. @throws Refusal for one that looks like ours and was not made by us, or not for this. */
function actionOf(
  { urls }: Line,
  { account, name, query }: { account: TelephonyAccount; name: string; query: URLSearchParams },
): Action | undefined {
  const action = urls.read(account.id, query)
  if (!action && query.has('m')) throw new Refusal('an action URL that is not ours')
  if (action && notices.has(name) && action.kind !== 'notice') throw new Refusal('a turn where a notice belongs')
  return action
}

/** The account whose token signed the request. A signature that fits nothing known makes the account be read anew, once. */
async function signer(line: Line, { arrival, accountId }: { arrival: Arrival; accountId: string }): Promise<TelephonyAccount | undefined> {
  const known = await line.accounts.get(accountId)
  if (known && isSignedByTwilio(arrival, known.authTokens)) return known
  const fresh = known && arrival.signature ? await line.accounts.reread(accountId).catch(() => undefined) : undefined
  return fresh && JSON.stringify(fresh.authTokens) !== JSON.stringify(known?.authTokens) && isSignedByTwilio(arrival, fresh.authTokens)
    ? fresh
    : undefined
}

async function refused(line: Line, { accountId, reason, began }: { accountId: string; reason: string; began: number }): Promise<Answer> {
  const account = await line.accounts.get(accountId).catch(() => undefined)
  if (account) await jot(line, { organisation: account.organisation, account: account.id, kind: 'refused', note: reason, began })
  return plain(403, 'This request is not accepted.')
}

/**
 * A number's fallback, asked when our first answer could not be fetched or read. An answer that never arrived (11…) is given again;
 * one that Twilio could not read would fail again, so the safe flow takes over.
 */
async function answerFallback(line: Line, webhook: Webhook): Promise<Answer> {
  const { account, params, began } = webhook
  const { CallSid: sid, ErrorCode: code = '' } = params
  const lost = code.startsWith('11')
  await jot(line, {
    organisation: account.organisation,
    account: account.id,
    kind: 'safe',
    note: `Twilio asked the fallback, code ${code.slice(0, 8) || 'none'}`,
    began,
  })
  if (lost && !sid && messageSidOf(params)) return answerText(line, webhook)
  const held = sid && lost ? await line.store.sessionBySid(account.organisation, sid) : undefined
  const current = held?.legs.find((leg) => leg.sid === sid)?.current
  if (current) return twiml(current)
  const channel = sid ? 'voice' : 'sms'
  const binding = await line.bindings.get({ account: account.id, channel, number: oursOf(params) })
  return builtInSafe(line, { account: account.id, channel, binding })
}

function safeAnswerFor(line: Line, { accountId, name, arrival }: { accountId: string; name: string; arrival: Arrival }): Answer {
  try {
    const channel = name === 'message' || !arrival.params.CallSid ? 'sms' : 'voice'
    const binding = line.bindings.last({ account: accountId, channel, number: oursOf(arrival.params) })
    return builtInSafe(line, { account: accountId, channel, binding })
  } catch {
    return noted
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
