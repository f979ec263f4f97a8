import type { Effect } from '#flows/effects'
import type { Dial, Verb } from '#flows/verbs'

/** One line for what a caller hears or reads, as tests and cases write it: `ask: For a nurse, press 2.` */
export function lineOf(verb: Verb): string {
  const line = spokenLine(verb)
  return verb.leg === 'callee' ? `callee ${line}` : line
}

function spokenLine(verb: Verb): string {
  switch (verb.verb) {
    case 'say':
      return `say: ${textOf(verb.words)}`
    case 'gather':
      return verb.words.length > 0 ? `ask: ${verb.words.map(textOf).join(' / ')}` : 'listen'
    case 'reply':
      return `text: ${[verb.words.text, ...(verb.media ?? [])].join(' ')}`
    case 'play':
      return `tones: ${verb.tones}`
    case 'pause':
      return `pause: ${verb.seconds} s`
    case 'dial':
      return `dial: ${verb.to.map(destinationOf).join(', ')}`
    case 'hold':
      return verb.words ? `hold: ${textOf(verb.words)}` : 'hold'
    case 'record':
      return 'record'
    case 'continue':
      return 'continue'
    case 'hangup':
      return 'hang up'
  }
}

/** One line for what should happen outside. */
export function effectLineOf(effect: Effect): string {
  switch (effect.effect) {
    case 'http':
      return `request: ${effect.method} ${effect.url}`
    case 'message':
      return `text to ${effect.to}: ${effect.words.text}`
    case 'call':
      return `call to ${effect.to}`
    case 'drop-calls':
      return 'drop calls'
  }
}

const textOf = ({ text, audio, audioUrl }: { text: string; audio?: string | undefined; audioUrl?: string | undefined }): string =>
  audio ? `[recording ${audio.slice(0, 8)}]` : audioUrl ? `[recording ${audioUrl}]` : text

export function destinationOf(to: Dial['to'][number]): string {
  switch (to.kind) {
    case 'number':
      return to.number
    case 'sip':
      return to.uri
    case 'client':
      return to.identity
    case 'conference':
      return to.name
  }
}
