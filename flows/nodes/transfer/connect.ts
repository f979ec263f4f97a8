import type { JsonObject } from '../../json'
import type { Turn } from '../../node'
import { dialable, isLiteralNumber } from '../../phone'
import type { Dial, Verb } from '../../verbs'
import type { TransferSettings } from './settings'

type TransferTurn = Turn<TransferSettings>

/** The words before, then the dial. In a text conversation only the words: nothing there can be dialled. */
export function connect(turn: TransferTurn): Verb[] {
  const { settings, session, prompt, text } = turn
  const words = settings.prompt && prompt(settings.prompt)
  if (session.channel === 'sms') return words ? [{ verb: 'reply', words }] : []
  const to = targetsOf(turn)
  if (to.length === 0) return []
  const callerId = settings.callerId && text(settings.callerId).trim()
  return [
    ...(words ? [{ verb: 'say' as const, words }] : []),
    {
      verb: 'dial',
      to,
      ...(callerId && { callerId }),
      ringSeconds: settings.ringSeconds,
      ...(settings.limitSeconds && { limitSeconds: settings.limitSeconds }),
      ...(settings.record && { record: true }),
    },
  ]
}

/** Whom to ring. Empty when no value gives a number or a name; an unmapped reference (`ref:…`) gives none. */
export function targetsOf({ settings, text }: TransferTurn): Dial['to'] {
  const named = (template: string | undefined): string[] => {
    const name = text(template ?? '').trim()
    return name === '' || name.startsWith('ref:') ? [] : [name]
  }
  const numbered = (template: string | undefined): Dial['to'] => {
    const number = dialable(text(template ?? ''))
    return number ? [{ kind: 'number', number }] : []
  }
  switch (settings.kind) {
    case 'number':
      return settings.numbers.flatMap(({ number }) => numbered(number))
    case 'sip':
      return named(settings.sip)
        .filter((uri) => /^sips?:/.test(uri))
        .map((uri) => ({ kind: 'sip', uri }))
    case 'client':
      return named(settings.client).map((identity) => ({ kind: 'client', identity }))
    case 'conference':
      return named(settings.conference).map((name) => ({ kind: 'conference', name, endOnExit: true }))
    case 'queue':
      return numbered(settings.queueNumber)
  }
}

/** Whether there is somebody to ring whatever the values of this call are; then no way out is needed for nobody. */
export const isCertain = ({ kind, numbers, queueNumber = '' }: TransferSettings): boolean =>
  kind === 'number' ? numbers.some(({ number }) => isLiteralNumber(number)) : kind === 'queue' && isLiteralNumber(queueNumber)

const portOfStatus = {
  completed: 'completed',
  answered: 'completed',
  busy: 'busy',
  'no-answer': 'no_answer',
  failed: 'failed',
  canceled: 'failed',
} as const

/**
 * The way out for a finished dial. Imported flows know two: the caller left (the parent call is over when Twilio asks), or anything else,
 * which their own splits look into (`DialCallStatus`).
 */
export function portOf({ settings, event }: TransferTurn): string {
  if (event.type !== 'call.dialed') return 'failed'
  if (settings.split === 'by_status') return portOfStatus[event.status]
  return event.fields?.CallStatus === 'completed' ? 'hangup' : 'completed'
}

/** What became of the dial, under our names and Twilio's. */
export function outcomeOf(turn: TransferTurn): JsonObject {
  const { event, session, settings, text } = turn
  const queue = settings.kind === 'queue' && {
    queue: settings.queue ?? '',
    ...(settings.attributes && { attributes: text(settings.attributes) }),
  }
  if (event.type !== 'call.dialed') {
    return session.channel === 'sms'
      ? { ...queue, status: 'texted' }
      : { ...queue, status: 'failed', DialCallStatus: 'failed', reason: 'There is nobody to dial.' }
  }
  const { status, seconds, bridged, fields } = event
  return {
    DialCallStatus: status,
    ...fields,
    ...queue,
    status,
    ...(seconds !== undefined && { seconds }),
    ...(bridged !== undefined && { bridged }),
  }
}
