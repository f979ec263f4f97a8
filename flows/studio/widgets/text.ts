import type { JsonObject } from '../../json'
import type { WidgetReading } from '../widget-reading'
import { wordsOf } from './prompt'

/** The body of a text, as words. Beside a content template it is only what reviewers read. */
export function textOf(reading: WidgetReading): string {
  const body = reading.raw('body')
  // A content template says itself; the words only tell reviewers which one it is.
  if (body === undefined) return reading.raw('content_sid') ?? ''
  return wordsOf(reading, { key: 'body', text: body })
}

export function mediaOf(reading: WidgetReading): JsonObject[] {
  const url = reading.text('media_url')
  return url === undefined ? [] : [{ url: url.slice(0, 2048) }]
}

/** `service` and `channel` are boilerplate of chat channels and empty for texts; `attributes` reach nobody by SMS. */
const boilerplate = /^\{\{\s*trigger\.message\.(?:InstanceSid|ChannelSid)\s*\}\}$/

export function noteChatProperties(reading: WidgetReading): void {
  for (const key of ['service', 'channel', 'attributes']) {
    const raw = reading.raw(key)
    if (raw !== undefined && !boilerplate.test(raw.trim()))
      reading.note('property-without-use', { at: ['properties', key], quoted: `${key}: ${raw}` })
  }
}
