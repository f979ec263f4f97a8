import { DateTime } from 'luxon'
import { RE2JS } from 're2js'
import { plain } from './plain'

/** The comparisons of a decision table, named as Studio's split names them. */
export const operators = [
  'equal_to',
  'not_equal_to',
  'contains',
  'does_not_contain',
  'starts_with',
  'does_not_start_with',
  'matches_any_of',
  'does_not_match_any_of',
  'regex',
  'is_blank',
  'is_not_blank',
  'less_than',
  'greater_than',
  'is_before_time',
  'is_after_time',
  'is_before_date',
  'is_after_date',
] as const
export type Operator = (typeof operators)[number]

export interface Comparison {
  subject: string
  operator: Operator
  value: string
  /** Punctuation and width count for nothing, as befits words that were spoken: `"Yes."` equals `yes`. */
  tolerant: boolean
  /** The zone in which an instant has a time of day and a date. */
  zone: string
  /** The instant the word `now` stands for, ISO 8601. */
  at: string
}

/**
 * Whether the comparison holds. Blanks around either side and letter case never count. What cannot be compared (a word
 * with a number, a time that is none, a broken pattern) does not hold, and an empty value is contained in nothing.
 */
export function compares({ subject, operator, value, tolerant, zone, at }: Comparison): boolean {
  const fold = tolerant ? plain : (text: string) => text.trim().toLowerCase()
  return holds[operator]({ subject, value, fold, zone, at })
}

interface Sides extends Pick<Comparison, 'subject' | 'value' | 'zone' | 'at'> {
  fold: (text: string) => string
}
type Rule = (sides: Sides) => boolean

const not =
  (rule: Rule): Rule =>
  (sides) =>
    !rule(sides)
const equal: Rule = ({ subject, value, fold }) => fold(subject) === fold(value)
const contains: Rule = ({ subject, value, fold }) => fold(value) !== '' && fold(subject).includes(fold(value))
const startsWith: Rule = ({ subject, value, fold }) => fold(value) !== '' && fold(subject).startsWith(fold(value))
const anyOf: Rule = ({ subject, value, fold }) =>
  value
    .split(/[,，]/)
    .filter((item) => item.trim() !== '')
    .some((item) => fold(item) === fold(subject))
const blank: Rule = ({ subject }) => subject.trim() === ''
const times = ordered(({ text, zone, at }) =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : instant(text, { zone, at })?.toFormat('HH:mm'),
)
const dates = ordered(({ text, zone, at }) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid ? text : instant(text, { zone, at })?.toFormat('yyyy-MM-dd'),
)
const numbers = ordered(({ text }) => (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined))

const holds: Record<Operator, Rule> = {
  equal_to: equal,
  not_equal_to: not(equal),
  contains,
  does_not_contain: not(contains),
  starts_with: startsWith,
  does_not_start_with: not(startsWith),
  matches_any_of: anyOf,
  does_not_match_any_of: not(anyOf),
  regex: ({ subject, value }) => matchesPattern(subject.trim(), value.trim()),
  is_blank: blank,
  is_not_blank: not(blank),
  less_than: numbers((subject, value) => subject < value),
  greater_than: numbers((subject, value) => subject > value),
  is_before_time: times((subject, value) => subject < value),
  is_after_time: times((subject, value) => subject > value),
  is_before_date: dates((subject, value) => subject < value),
  is_after_date: dates((subject, value) => subject > value),
}

/** Whether the whole text matches the pattern, in any letter case. Linear in time whatever the pattern; a broken one matches nothing. */
export function matchesPattern(text: string, pattern: string): boolean {
  return patternProblem(pattern) === undefined && RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).matcher(text).matches()
}

/** What is wrong with a pattern, in the words of the expression engine (RE2), or undefined. */
export function patternProblem(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern)
    return undefined
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

interface Side extends Pick<Comparison, 'zone' | 'at'> {
  text: string
}

function ordered<Value>(read: (side: Side) => Value | undefined): (compare: (subject: Value, value: Value) => boolean) => Rule {
  return (compare) =>
    ({ subject, value, zone, at }) => {
      const [left, right] = [read({ text: subject.trim(), zone, at }), read({ text: value.trim(), zone, at })]
      return left !== undefined && right !== undefined && compare(left, right)
    }
}

/** An instant needs a date, a time and nothing else; `now` is the step's own time. */
function instant(text: string, { zone, at }: { zone: string; at: string }): DateTime<true> | undefined {
  const iso = text.toLowerCase() === 'now' ? at : text
  const parsed = /^\d{4}-\d\d-\d\dT/.test(iso) ? DateTime.fromISO(iso, { zone }) : undefined
  return parsed?.isValid ? parsed : undefined
}
