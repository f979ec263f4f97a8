import type { Json, JsonObject } from '#flows/json'
import type { Locale } from '@/app/i18n/locales'
import type { ReadNode } from './read-node'

/** One line that says what a silent node does, from its settings alone; undefined where its rows say it already. */
export function detailOf({ type, settings }: ReadNode, locale: Locale): string | undefined {
  return type && settings ? details[type.type]?.(settings, locale) : undefined
}

const details: Record<string, (settings: JsonObject, locale: Locale) => string | undefined> = {
  hours: ({ weekly }, locale) => weekLine(weekly, locale),
  http: ({ method, url }) => `${text(method)} ${hostOf(text(url))}`,
  transfer: ({ kind, numbers, sip, client, conference, queue }) =>
    text(kind) === 'number'
      ? rows(numbers)
          .map(({ number }) => text(number))
          .join(', ')
      : text(sip ?? client ?? conference ?? queue),
  set: ({ assignments }) =>
    rows(assignments)
      .map(({ variable, value }) => `${text(variable)} = ${text(value)}`)
      .join(', '),
  subflow: ({ name }) => text(name) || undefined,
  ladder: ({ rungs }) =>
    rows(rungs)
      .map(({ name }) => text(name))
      .join(' → '),
  language: ({ locale }) => text(locale) || undefined,
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const rows = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.flatMap((row) => (row !== null && typeof row === 'object' && !Array.isArray(row) ? [row] : [])) : []
const hostOf = (url: string): string => /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Neighbouring days with the same hours stand together: `Mon–Fri 08:00–17:00`. */
function weekLine(weekly: Json | undefined, locale: Locale): string | undefined {
  const week = weekly !== null && typeof weekly === 'object' && !Array.isArray(weekly) ? weekly : {}
  const runs: { from: number; to: number; hours: string }[] = []
  days.forEach((day, index) => {
    const hours = spansOf(week[day])
    const last = runs.at(-1)
    if (last && last.hours === hours) last.to = index
    else runs.push({ from: index, to: index, hours })
  })
  const open = runs.filter(({ hours }) => hours !== '')
  return (
    open
      .map(({ from, to, hours }) => `${from === to ? dayName(from, locale) : `${dayName(from, locale)}–${dayName(to, locale)}`} ${hours}`)
      .join(', ') || undefined
  )
}

const spansOf = (spans: Json | undefined): string =>
  Array.isArray(spans) ? spans.flatMap((span) => (Array.isArray(span) ? [`${text(span[0])}–${text(span[1])}`] : [])).join(', ') : ''

/** The first of January 2024 was a Monday. */
const dayName = (index: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + index)))
