import { matchesPattern } from '../../compare'
import { readDate } from './date'
import type { AskSettings } from './settings'
import { readYesNo } from './yesNo'

/** What the caller gave, by whichever way it came. */
export interface Given {
  text: string
  by: 'keys' | 'speech' | 'text'
  locale: string
}

/** The answer in the form the flow keeps it (dates as `2026-03-02`, yes or no as `yes` or `no`), or undefined when it does not fit. */
export function accepted(settings: AskSettings, given: Given): string | number | undefined {
  const text = given.text.trim()
  // A picture without words is a reply too, and imported questions take whatever comes: the flow looks at it afterwards.
  if (settings.split === 'by_reply') return text
  if (text === '') return undefined
  if (settings.split === 'by_input') return text
  switch (settings.kind) {
    case 'any':
      return fits(text, settings)
    case 'digits':
      return readDigits(text, settings)
    case 'number':
      return readNumber(text, { ...settings, by: given.by })
    case 'date':
      return readDate(text, { order: settings.dateOrder, locale: given.locale })
    case 'yes_no':
      return readYesNo(text, given.locale)
    case 'pattern':
      return settings.pattern !== undefined && matchesPattern(text, settings.pattern) ? fits(text, settings) : undefined
  }
}

function fits(text: string, { length, minLength = 1, maxLength = Number.POSITIVE_INFINITY }: AskSettings): string | undefined {
  const size = [...text].length
  return (length === undefined || size === length) && size >= minLength && size <= maxLength ? text : undefined
}

/** Speech recognition and people write the same number as `555-0101`, `555 0101` or `5550101.`: only its digits count. */
function readDigits(text: string, settings: AskSettings): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s().,+-]/g, '')
  return /^\d+$/.test(digits) ? fits(digits, settings) : undefined
}

interface Range {
  min?: number | undefined
  max?: number | undefined
  by: Given['by']
}

/** On a keypad `*` is the decimal point. */
function readNumber(text: string, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, by }: Range): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]|\.$/g, '')
  const written = by === 'keys' ? plain.replace('*', '.') : plain
  if (!/^[+-]?\d{1,15}(\.\d{1,9})?$/.test(written)) return undefined
  const value = Number(written)
  return value >= min && value <= max ? value : undefined
}
