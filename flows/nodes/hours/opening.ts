import { DateTime } from 'luxon'

/** From and to, `HH:MM`. A `to` that is not later than its `from` is on the next day; `24:00` is the end of the day. */
export type Span = readonly [from: string, to: string]

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export interface Opening {
  weekly: Readonly<Partial<Record<Weekday, readonly Span[]>>>
  holidays: readonly { date: string; name: string; hours: readonly Span[] }[]
  zone: string
}

export interface Status {
  status: 'open' | 'closed' | 'holiday'
  /** The holiday's name, when the day is one. */
  holiday: string
}

/**
 * Whether it is open at an instant (ISO 8601), by the wall clock of the zone, so that daylight saving moves nothing.
 * A holiday's own hours stand in place of its weekday's, and a night that began the day before ends at its midnight.
 */
export function openingAt(at: string, { weekly, holidays, zone }: Opening): Status {
  const now = DateTime.fromISO(at, { zone })
  const minute = now.hour * 60 + now.minute
  const hoursOn = (day: DateTime) => {
    const holiday = holidays.find(({ date }) => date === day.toISODate())
    return { holiday, spans: holiday?.hours ?? weekly[weekdays[day.weekday - 1] ?? 'mon'] ?? [] }
  }
  const today = hoursOn(now)
  const yesterday = hoursOn(now.minus({ days: 1 }))
  const reaching = today.holiday ? [] : yesterday.spans
  const open = today.spans.some((span) => within(minute, span)) || reaching.some((span) => within(minute + day, span))
  return { status: open ? 'open' : today.holiday ? 'holiday' : 'closed', holiday: today.holiday?.name ?? '' }
}

const day = 24 * 60

function within(minute: number, [from, to]: Span): boolean {
  const start = minutes(from)
  const end = minutes(to) > start ? minutes(to) : minutes(to) + day
  return minute >= start && minute < end
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
