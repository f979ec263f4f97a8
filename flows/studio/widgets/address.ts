import { dialable } from '../../phone'
import { isTemplate } from '../templates'
import type { WidgetReading } from '../widget-reading'

const compact = (template: string): string => template.replace(/\s+/g, '')
const theirs = new Set([
  '{{contact.channel.address}}',
  '{{trigger.message.From}}',
  '{{trigger.call.From}}',
  '{{trigger.conversation.From}}',
  '{{trigger.request.to}}',
])
const ours = new Set(['{{flow.channel.address}}', '{{trigger.message.To}}', '{{trigger.call.To}}', '{{trigger.request.from}}'])

/** True for the templates that always give the other side's address. */
export const isTheirs = (template: string): boolean => theirs.has(compact(template))
/** True for the templates that always give our own address in this session. */
export const isOurs = (template: string): boolean => ours.has(compact(template))

/** A number to ring or text: E.164, a template, or a reference where nobody could reach what stands there. */
export function numberOf(reading: WidgetReading, { key, raw }: { key: string; raw: string }): string {
  const at = ['properties', key]
  if (isTemplate(raw)) return reading.template(raw, at)
  const plain = raw.replace(/[\s().-]/g, '')
  const number = /^\d{10}$/.test(plain) ? `+1${plain}` : /^\d{11,15}$/.test(plain) ? `+${plain}` : plain
  if (number.startsWith('+') && dialable(number)) {
    if (number !== raw) reading.note('number-rewritten', { at, quoted: raw })
    return number
  }
  reading.note('address-not-a-number', { at, quoted: raw })
  return reading.refer('phone', { was: raw, at })
}

/** The sender of a text or the number shown to whom is rung; undefined where the session's own is meant. */
export function senderOf(reading: WidgetReading, key: string): string | undefined {
  const raw = reading.raw(key)
  if (raw === undefined || isOurs(raw)) return undefined
  if (isTemplate(raw)) return reading.text(key)
  return reading.refer(raw.startsWith('MG') ? 'messaging-service' : 'phone', { was: raw, at: ['properties', key] })
}
