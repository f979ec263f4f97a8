import { isOurs } from './address'
import type { Carry } from './carry'
import { noteChatProperties, textOf } from './text'
import { channelsOf } from './trigger'

/** Studio waits an hour when the widget names no time. Twilio, Send & Wait for Reply widget. */
const defaultWait = 3600

/** Send & Wait for Reply → ask by text, leaving by what became of it. */
export const sendAndWaitForReply: Carry = (reading) => {
  const from = reading.raw('from')
  if (from !== undefined && !isOurs(from)) reading.note('property-not-carried', { at: ['properties', 'from'], quoted: `from: ${from}` })
  if (channelsOf(reading.whole.flow, reading.whole.trigger).every((channel) => channel === 'voice'))
    reading.note('text-during-call', { quoted: reading.raw('body') ?? '' })
  noteChatProperties(reading)
  reading.leaves('media_url', 'content_sid', 'content_variables', 'shorten_urls')
  return {
    type: 'ask',
    settings: {
      prompt: reading.words('prompt', { text: textOf(reading) }),
      split: 'by_reply',
      replySeconds: reading.number('timeout', { min: 1, max: 2_592_000 }) ?? defaultWait,
    },
    follows: { reply: 'incomingMessage', timeout: 'timeout', delivery_failure: 'deliveryFailure' },
  }
}
