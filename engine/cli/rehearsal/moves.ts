import type { Effect } from '#flows/effects'
import type { Channel } from '#flows/ids'
import type { RehearsalEvent } from '#flows/node'
import type { Verb } from '#flows/verbs'
import type { Move } from './script'

interface Situation {
  channel: Channel
  pending: { verbs: readonly Verb[]; effects: readonly Effect[] }
}

/** A move as the event it is, or a sentence that says why it cannot be done now. */
export function moveEvent(move: Exclude<Move, { do: 'wait' }>, { channel, pending }: Situation): RehearsalEvent | string {
  switch (move.do) {
    case 'press':
      return channel === 'sms'
        ? 'There are no keys in a text conversation: text:1'
        : { type: 'heard', digits: move.digits, fields: { Digits: move.digits } }
    case 'speech':
      return channel === 'sms'
        ? 'Nobody speaks in a text conversation: text:yes'
        : { type: 'heard', speech: move.text, confidence: 0.9, fields: { SpeechResult: move.text } }
    case 'text':
      return channel === 'voice'
        ? 'This is a call: speech:… says something. Rehearse texts with --sms.'
        : { type: 'message.received', body: move.text, media: [], sid: 'rehearsal', fields: { Body: move.text } }
    case 'silence':
      return { type: 'silence' }
    case 'hangup':
      return { type: 'call.ended', status: 'completed' }
    case 'dial':
      return lastIs(pending, 'dial')
        ? { type: 'call.dialed', status: move.status, bridged: move.status === 'completed' || move.status === 'answered' }
        : 'Nobody is being connected now.'
    case 'record':
      return lastIs(pending, 'record')
        ? {
            type: 'call.recorded',
            url: move.seconds > 0 ? 'https://recordings.example/rehearsal' : '',
            seconds: move.seconds,
            hungUp: false,
          }
        : 'Nothing is being recorded now.'
    case 'http':
    case 'fail':
      return httpEvent(move, pending)
    case 'rung':
      return rungEvent(move, pending)
  }
}

const lastIs = ({ verbs }: Situation['pending'], kind: Verb['verb']): boolean => verbs.at(-1)?.verb === kind

function httpEvent(move: Extract<Move, { do: 'http' | 'fail' }>, { effects }: Situation['pending']): RehearsalEvent | string {
  const asked = effects.find(({ effect }) => effect === 'http')
  if (!asked) return 'The flow waits for no HTTP answer now.'
  if (move.do === 'fail') return { type: `effect.failed.${asked.node}`, reason: move.reason } as RehearsalEvent
  const { status: status_code, body, parsed } = move
  // As in a live call, any status is an answer; the node sorts it.
  const result = { status_code, body, content_type: parsed ? 'application/json' : 'text/plain', ...(parsed && { parsed }) }
  return { type: `effect.done.${asked.node}`, result } as RehearsalEvent
}

function rungEvent({ answer }: Extract<Move, { do: 'rung' }>, { effects }: Situation['pending']): RehearsalEvent | string {
  const asked = effects.findLast((effect) => (effect.effect === 'call' || effect.effect === 'message') && effect.rung !== undefined)
  if (!asked || !('rung' in asked) || asked.rung === undefined) return 'No ladder asks anybody now.'
  const { node, rung, to } = asked
  if (answer === 'missed') return { type: 'rung.missed', node, rung, status: 'no-answer' }
  return { type: 'rung.answered', node, rung, by: to, accepted: answer === 'accept' }
}
