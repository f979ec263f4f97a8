import type { JsonObject } from '../../json'
import { localeOf } from '../languages'
import { isTemplate } from '../templates'
import type { WidgetReading } from '../widget-reading'
import type { Carry } from './carry'
import { promptOf } from './prompt'

/** Gather → ask, leaving by the kind of answer. Studio asks once and accepts whatever comes; the flow loops by itself. */
export const gatherInputOnCall: Carry = (reading) => {
  const words = promptOf(reading)
  return {
    type: 'ask',
    settings: {
      ...(words && { prompt: reading.words('prompt', words) }),
      repeat: reading.number('loop', { min: 1, max: 99 }) ?? 1,
      listen: 'both',
      ...length(reading),
      finishOnKey: finishKey(reading),
      waitSeconds: reading.number('timeout', { min: 1, max: 60 }) ?? 5,
      ...speech(reading),
      ...listening(reading),
      split: 'by_input',
    },
    follows: { keypress: 'keypress', speech: 'speech', timeout: 'timeout' },
  }
}

/** Studio ignores the key when `stop_gather` is off, though the file still names one. */
function finishKey(reading: WidgetReading): string {
  if (reading.yes('stop_gather') === false) return ''
  const given = reading.properties.finish_on_key
  if (given === undefined || given === null) return '#'
  return /[0-9*#]/.exec(String(given))?.[0] ?? ''
}

function length(reading: WidgetReading): JsonObject {
  const digits = reading.number('number_of_digits', { min: 0, max: 32 })
  return digits ? { length: digits } : {}
}

function speech(reading: WidgetReading): JsonObject {
  const wait = reading.number('speech_timeout', { min: 1, max: 60 })
  const model = reading.raw('speech_model')
  const hints = reading.text('hints')
  const list = (hints ?? '')
    .split(',')
    .map((hint) => hint.trim().slice(0, 100))
    .filter((hint) => hint !== '')
  return {
    ...(wait !== undefined && { speechWait: wait }),
    ...(model !== undefined && model !== 'default' && { speechModel: model }),
    ...(list.length > 0 && { hints: { [reading.whole.locale]: list.slice(0, 500) } }),
    profanityFilter: reading.yes('profanity_filter') ?? true,
  }
}

/** The language to listen in: a template stays one, a language without its region gets the usual one. */
function listening(reading: WidgetReading): JsonObject {
  const language = reading.text('gather_language')
  if (language === undefined) return {}
  if (isTemplate(language)) {
    reading.note('language-from-template', { at: ['properties', 'gather_language'], quoted: language })
    return { language: language.slice(0, 200) }
  }
  const locale = localeOf(language)
  return locale === undefined || locale === reading.whole.locale ? {} : { language: locale }
}
