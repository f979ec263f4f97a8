import { isTheirs, numberOf, senderOf } from './address'
import type { Carry } from './carry'
import { mediaOf, noteChatProperties, textOf } from './text'

/** Send Message → message. `sent` means that the carrier's interface accepted it, as in Studio. */
export const sendMessage: Carry = (reading) => {
  const to = reading.raw('to')
  const from = senderOf(reading, 'from')
  const content = reading.raw('content_sid')
  const media = mediaOf(reading)
  noteChatProperties(reading)
  reading.leaves('shorten_urls')
  return {
    type: 'message',
    settings: {
      ...(to === undefined || isTheirs(to) ? { to: 'caller' } : { to: 'number', number: numberOf(reading, { key: 'to', raw: to }) }),
      prompt: reading.words('prompt', { text: textOf(reading) }),
      media,
      ...(from !== undefined && { from: from.slice(0, 200) }),
      ...(content !== undefined && { contentSid: reading.refer('content-template', { was: content, at: ['properties', 'content_sid'] }) }),
      contentVariables: reading.pairs('content_variables').map(({ key, value, path }) => ({ key, value: reading.template(value, path) })),
      wait: true,
    },
    follows: { sent: 'sent', failed: 'failed' },
  }
}
