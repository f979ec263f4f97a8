import { z } from 'zod'
import type { Words } from '../../content'
import { localeOf, voiceOf } from '../languages'
import { isTemplate } from '../templates'
import type { WidgetReading } from '../widget-reading'

const maxWords = 4096
/** Words a carrier in the United States takes as an opt-out before any flow sees them. */
const carrierWords = /\b(?:reply|text|send|type|responde|envía)\b[^.\n]{0,40}?\b(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT)\b/gi

/** The `say` or `play` of a widget as the words of a prompt; undefined when it has neither. Twilio, Say/Play and Gather widgets. */
export function promptOf(reading: WidgetReading): Words | undefined {
  const said = reading.raw('say')
  const played = reading.raw('play')
  if (said === undefined && played === undefined) return undefined
  const audioUrl = played === undefined ? undefined : audioOf(reading, played)
  return {
    text: said === undefined ? '' : wordsOf(reading, { key: 'say', text: said }),
    ...(audioUrl && { audioUrl }),
    ...voicing(reading),
  }
}

/** Text that a person hears or reads: our names in its templates, cut at what can be spoken, with leftovers noted. */
export function wordsOf(reading: WidgetReading, { key, text }: { key: string; text: string }): string {
  const at = ['properties', key]
  for (const [, word] of text.matchAll(carrierWords))
    if (word && word === word.toUpperCase()) reading.note('carrier-word-offered', { at, quoted: word })
  if (text.length > maxWords) reading.note('value-limited', { at, quoted: `${text.length} characters` })
  return reading.template(text, at).slice(0, maxWords)
}

function audioOf(reading: WidgetReading, url: string): string | undefined {
  const at = ['properties', 'play']
  const ours = reading.template(url, at)
  if (z.url().safeParse(ours).success) return ours
  reading.note(isTemplate(ours) ? 'audio-from-template' : 'property-not-carried', { at, quoted: url })
  return isTemplate(ours) ? ours : undefined
}

/** The voice, and the language where it is another than the flow's. */
function voicing(reading: WidgetReading): Pick<Words, 'voice' | 'language'> {
  const language = reading.text('language')
  if (language !== undefined && isTemplate(language))
    reading.note('language-from-template', { at: ['properties', 'language'], quoted: language })
  const locale = localeOf(language) ?? reading.whole.locale
  const given = reading.text('voice')
  if (given === 'alice') reading.note('voice-renamed', { at: ['properties', 'voice'], quoted: given })
  const voice = voiceOf(given, locale)
  const spokenIn = language !== undefined && isTemplate(language) ? language : locale
  return { ...(voice !== undefined && { voice }), ...(spokenIn !== reading.whole.locale && { language: spokenIn.slice(0, 200) }) }
}
