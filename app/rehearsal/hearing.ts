import type { Spoken } from '#flows/content'
import type { Effect } from '#flows/effects'
import type { Verb } from '#flows/verbs'
import { spokenSeconds } from '@/app/designer/reading/spoken-seconds'
import { pass, type Rehearsal, withLine, withNote } from './rehearsal-state'

/** What the caller hears or reads of a verb; words take their time. */
export function heard(rehearsal: Rehearsal, verb: Verb): Rehearsal {
  const to = verb.leg === 'callee' ? 'callee' : 'caller'
  switch (verb.verb) {
    case 'say':
      return spoken(rehearsal, verb.words, { to, times: verb.repeat ?? 1 })
    case 'reply':
      return spoken(rehearsal, verb.words, { to, times: 0 })
    case 'gather':
      return { ...verb.words.reduce((now, words) => spoken(now, words, { to, times: verb.repeat ?? 1 }), rehearsal), waiting: verb }
    case 'hold':
      return { ...(verb.words ? spoken(rehearsal, verb.words, { to, times: 1 }) : withNote(rehearsal, 'hold')), waiting: verb }
    case 'pause':
      return pass(rehearsal, verb.seconds * 1000)
    case 'play':
      return withNote(rehearsal, 'tones', { tones: verb.tones })
    case 'dial':
      return { ...withNote(rehearsal, 'dial', { to: verb.to.map(destination).join(', ') }), waiting: verb }
    case 'record':
      return { ...withNote(rehearsal, verb.beep ? 'beep' : 'record'), waiting: verb }
    case 'hangup':
      return withNote(rehearsal, 'hangup')
    case 'continue':
      return rehearsal
  }
}

/** What happens outside, as a note: nothing of it really leaves the browser. */
export function told(rehearsal: Rehearsal, effect: Effect): Rehearsal {
  switch (effect.effect) {
    case 'http':
      return withNote(rehearsal, 'http', { method: effect.method, url: effect.url })
    case 'message':
      return spoken(withNote(rehearsal, 'message', { to: effect.to }), effect.words, { to: 'callee', times: 0 })
    case 'call':
      return withNote(rehearsal, 'call', { to: effect.to })
    case 'drop-calls':
      return withNote(rehearsal, 'drop')
  }
}

function spoken(rehearsal: Rehearsal, words: Spoken, { to, times }: { to: 'caller' | 'callee'; times: number }): Rehearsal {
  if (words.text === '' && !words.audio && !words.audioUrl) return rehearsal
  return pass(withLine(rehearsal, { who: 'line', node: speakerOf(rehearsal, words), words, to }), spokenSeconds(words.text) * 1000 * times)
}

/** The node a prompt belongs to, by its key; text that is no prompt is the last node's. */
function speakerOf({ flow, here, path }: Rehearsal, { key }: Spoken): string {
  const own = key.slice(0, Math.max(0, key.indexOf('.')))
  return (
    [...here, ...path.toReversed()].find((id) => id === own || id.endsWith(`/${own}`)) ?? (flow.nodes.has(own) ? own : (path.at(-1) ?? ''))
  )
}

function destination(to: Extract<Verb, { verb: 'dial' }>['to'][number]): string {
  if (to.kind === 'number') return to.number
  if (to.kind === 'sip') return to.uri
  return to.kind === 'client' ? to.identity : to.name
}
