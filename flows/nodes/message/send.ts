import { z } from 'zod'
import type { Effect } from '../../effects'
import type { JsonObject } from '../../json'
import type { Turn } from '../../node'
import { dialable } from '../../phone'
import type { Verb } from '../../verbs'
import type { MessageSettings } from './settings'

type MessageTurn = Turn<MessageSettings>

/** How long a caller is held for the carrier's word. After that the text counts as failed, though it may still arrive. */
export const waitMs = 15_000

/** The text as a reply in the session's own thread, or as an effect. Nothing when there is no number to send it to. */
export function sendText(turn: MessageTurn): (Verb | Effect)[] {
  const { settings, session, node, prompt, text } = turn
  const words = prompt(settings.prompt)
  const media = settings.media.map(({ url }) => text(url).trim()).filter((url) => z.url().safeParse(url).success)
  if (isReply(turn)) return [{ verb: 'reply', words, ...(media.length > 0 && { media }) }]
  const to = receiver(turn)
  if (!to) return []
  const from = sender(turn)
  const contentVariables = Object.fromEntries(settings.contentVariables.map(({ key, value }) => [key, text(value)]))
  return [
    {
      effect: 'message',
      node,
      waits: false,
      to,
      words,
      ...(from && { from }),
      ...(media.length > 0 && { media }),
      ...(settings.contentSid && { contentSid: settings.contentSid, contentVariables }),
      ...(settings.wait && { reports: true as const }),
    },
    ...(settings.wait && session.channel === 'voice' ? [{ verb: 'hold' as const, seconds: 2 }] : []),
  ]
}

export const isNowhere = (turn: MessageTurn): boolean => !isReply(turn) && receiver(turn) === undefined
export const leavesAtOnce = (turn: MessageTurn): boolean => isReply(turn) || !turn.settings.wait
/** Whether the event is the outcome of this node's own text. */
export const isMine = ({ event, node }: MessageTurn): boolean =>
  event.type === `effect.done.${node}` || event.type === `effect.failed.${node}`

/** What the carrier answers, as far as it is used; more may stand in it. */
const Accepted = z.object({ sid: z.string().optional(), status: z.string().optional() })

/** What became of the text, in the names Studio gives it (`widgets.<name>.outbound`). `accepted` is the carrier's word, not the phone's. */
export function outboundOf(turn: MessageTurn): JsonObject {
  const { event, settings, session, prompt } = turn
  const facts = {
    To: isReply(turn) ? session.from : (receiver(turn) ?? ''),
    From: sender(turn) ?? session.to,
    Body: prompt(settings.prompt).text,
  }
  if (isNowhere(turn)) return { ...facts, Status: 'failed', reason: 'There is no number to send to.' }
  if (leavesAtOnce(turn)) return { ...facts, Status: 'accepted' }
  if ('reason' in event) return { ...facts, Status: 'failed', reason: event.reason }
  if (!('result' in event)) return { ...facts, Status: 'failed', reason: 'The carrier did not answer in time.' }
  const { sid, status = 'accepted' } = Accepted.safeParse(event.result).data ?? {}
  return { ...facts, ...(sid && { Sid: sid }), Status: status }
}

/** A content template or another sender cannot be said in the thread's own answer. */
function isReply(turn: MessageTurn): boolean {
  const { settings, session } = turn
  const ours = sender(turn)
  return session.channel === 'sms' && settings.to === 'caller' && !settings.contentSid && (ours === undefined || ours === session.to)
}

const receiver = ({ settings, session, text }: MessageTurn): string | undefined =>
  dialable(settings.to === 'caller' ? session.from : text(settings.number ?? ''))
const sender = ({ settings, text }: MessageTurn): string | undefined =>
  settings.from ? text(settings.from).trim() || undefined : undefined
