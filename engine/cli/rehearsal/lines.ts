import type { Spoken } from '#flows/content'
import type { Effect } from '#flows/effects'
import type { Dial, Verb } from '#flows/verbs'

/** One line for what the person hears or reads. */
export function heardLine(verb: Verb): string {
  switch (verb.verb) {
    case 'say':
      return `says      ${wordsOf(verb.words)}`
    case 'gather':
      return `asks      ${verb.words.map(wordsOf).join(' ') || '(listens)'}`
    case 'reply':
      return `writes    ${[wordsOf(verb.words), ...(verb.media ?? [])].join(' ')}`
    case 'play':
      return `plays     tones ${verb.tones}`
    case 'pause':
      return `pauses    ${verb.seconds} s`
    case 'dial':
      return `connects  ${verb.to.map(whomOf).join(', ')}`
    case 'record':
      return `records   up to ${verb.maxSeconds} s${verb.beep ? ', after the beep' : ''}`
    case 'hold':
      return `holds     ${verb.words ? wordsOf(verb.words) : ''}`.trimEnd()
    case 'continue':
      return 'goes on'
    case 'hangup':
      return 'hangs up'
  }
}

/** One line for what is asked of the outside. */
export function askedLine(effect: Effect): string {
  switch (effect.effect) {
    case 'http':
      return `requests  ${effect.method} ${effect.url}`
    case 'message':
      return `texts     ${effect.to}: ${wordsOf(effect.words)}`
    case 'call':
      return `calls     ${effect.to}`
    case 'drop-calls':
      return 'drops     the calls it placed'
  }
}

const wordsOf = ({ text, audio, audioUrl }: Spoken): string =>
  audio ? `[recording ${audio.slice(0, 8)}]` : audioUrl ? `[recording ${audioUrl}]` : text

export function whomOf(to: Dial['to'][number]): string {
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
