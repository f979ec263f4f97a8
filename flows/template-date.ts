import { DateTime } from 'luxon'

type Directive = string | ((instant: DateTime) => string)

/** The letters of `strftime`, as Luxon's tokens. */
const directives: Record<string, Directive> = {
  Y: 'yyyy',
  y: 'yy',
  m: 'MM',
  '-m': 'M',
  B: 'MMMM',
  b: 'MMM',
  h: 'MMM',
  d: 'dd',
  '-d': 'd',
  e: (instant) => instant.toFormat('d').padStart(2),
  j: 'ooo',
  '-j': 'o',
  A: 'cccc',
  a: 'ccc',
  u: 'c',
  w: (instant) => String(instant.weekday % 7),
  V: 'WW',
  G: 'kkkk',
  H: 'HH',
  '-H': 'H',
  I: 'hh',
  '-I': 'h',
  k: (instant) => instant.toFormat('H').padStart(2),
  l: (instant) => instant.toFormat('h').padStart(2),
  M: 'mm',
  '-M': 'm',
  S: 'ss',
  '-S': 's',
  L: 'SSS',
  p: 'a',
  P: (instant) => instant.toFormat('a').toLowerCase(),
  F: 'yyyy-MM-dd',
  D: 'MM/dd/yy',
  T: 'HH:mm:ss',
  R: 'HH:mm',
  r: 'hh:mm:ss a',
  z: 'ZZZ',
  Z: 'ZZZZ',
  s: 'X',
  '%': () => '%',
}

/**
 * A date in words of `strftime`, English and in the given zone. `now` is the time of the event that caused the rendering: no clock is
 * read, and a time without a date is given back as it is, since only a clock could complete it. So is what is no date at all.
 */
export function asDate(value: unknown, { now, format, zone }: { now: string; format: string; zone: string }): string {
  const text = value === 'now' || value === 'today' ? now : String(value ?? '')
  const instant = instantOf(text.trim()).setZone(zone)
  if (!instant.isValid) return text
  return format.replace(/%(-?[A-Za-z]|%)/g, (whole, letter: string) => {
    const directive = Object.hasOwn(directives, letter) ? directives[letter] : undefined
    if (directive === undefined) return whole
    return typeof directive === 'string' ? instant.toFormat(directive) : directive(instant)
  })
}

/** Every reading names zone and language, since Luxon would take the machine's own. */
const reading = { zone: 'utc', locale: 'en-US' } as const

function instantOf(text: string): DateTime {
  if (/^-?\d{1,12}$/.test(text) && text.length !== 4 && text.length !== 8) return DateTime.fromSeconds(Number(text), reading)
  if (/^\d{4}(-?\d|$)/.test(text)) return DateTime.fromISO(text.replace(/^(\S+) (\d{2}:)/, '$1T$2'), reading)
  return DateTime.fromRFC2822(text, reading)
}
