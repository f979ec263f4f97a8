import type { JsonObject } from '../../json'
import type { WidgetReading } from '../widget-reading'
import { isTheirs, numberOf, senderOf } from './address'
import type { Carry } from './carry'

/** Connect Call To → transfer. Busy, no answer and failed all leave as a completed call, as in Studio; splits look at `DialCallStatus`. */
export const connectCallTo: Carry = (reading) => {
  const target = targetOf(reading)
  if (target === undefined) return undefined
  const callerId = reading.raw('caller_id')
  const shown = callerId === undefined || isTheirs(callerId) ? undefined : senderOf(reading, 'caller_id')
  const limit = reading.number('time_limit', { min: 1, max: 86_400 })
  return {
    type: 'transfer',
    settings: {
      ...target,
      ...(shown !== undefined && { callerId: shown.slice(0, 200) }),
      ringSeconds: reading.number('timeout', { min: 1, max: 600 }) ?? 30,
      ...(limit !== undefined && { limitSeconds: limit }),
      record: reading.yes('record') ?? false,
      split: 'imported',
    },
    follows: { completed: 'callCompleted', hangup: 'hangup' },
  }
}

function targetOf(reading: WidgetReading): JsonObject | undefined {
  const to = reading.raw('to') ?? ''
  switch (reading.raw('noun')) {
    case 'number':
    case undefined:
      return { kind: 'number', numbers: [{ number: numberOf(reading, { key: 'to', raw: to }) }] }
    case 'number-multi':
      return {
        kind: 'number',
        numbers: to
          .split(',')
          .slice(0, 10)
          .map((raw) => ({ number: numberOf(reading, { key: 'to', raw: raw.trim() }) })),
      }
    case 'client':
      return { kind: 'client', client: reading.text('to') ?? '' }
    case 'conference':
      return { kind: 'conference', conference: reading.text('to') ?? '' }
    case 'sip':
      return sipOf(reading)
    default:
      return undefined
  }
}

/** A SIP address with a login is mapped as a whole, so that no password is ever in a chart. */
function sipOf(reading: WidgetReading): JsonObject {
  const endpoint = reading.raw('sip_endpoint') ?? reading.raw('to') ?? ''
  if (reading.raw('sip_password') === undefined && reading.raw('sip_username') === undefined) {
    return { kind: 'sip', sip: reading.text('sip_endpoint') ?? reading.text('to') ?? '' }
  }
  reading.note('secret-in-file', { at: ['properties', 'sip_password'], quoted: 'sip_password' })
  return { kind: 'sip', sip: reading.refer('secret', { was: endpoint, wish: reading.name, at: ['properties', 'sip_endpoint'] }) }
}
