import { describe, expect, test } from 'vitest'
import { HoursSettings, hours } from './node'
import { type Opening, openingAt } from './opening'

const settings: Opening = {
  weekly: {
    mon: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    fri: [['20:00', '08:00']],
    sat: [['09:00', '24:00']],
    sun: [['00:00', '00:00']],
  },
  holidays: [
    { date: '2026-03-07', name: 'Founders’ Day', hours: [] },
    { date: '2026-03-14', name: 'Open day', hours: [['22:00', '02:00']] },
  ],
  zone: 'Europe/Berlin',
}
const at = (local: string) => openingAt(local, settings).status

describe('the clock on the wall of the site', () => {
  test.each([
    ['2026-03-02T08:00:00+01:00', 'open'],
    ['2026-03-02T07:59:59+01:00', 'closed'],
    ['2026-03-02T12:00:00+01:00', 'closed'],
    ['2026-03-02T16:59:59+01:00', 'open'],
    ['2026-03-02T17:00:00+01:00', 'closed'],
    ['2026-03-03T10:00:00+01:00', 'closed'],
    ['2026-02-28T07:59:00+01:00', 'open'],
    ['2026-02-28T08:30:00+01:00', 'closed'],
    ['2026-02-28T23:59:59+01:00', 'open'],
    ['2026-03-01T12:00:00+01:00', 'open'],
    ['2026-03-02T00:00:00+01:00', 'closed'],
  ])('at %s it is %s', (instant, status) => expect(at(instant)).toBe(status))

  test('a holiday ends the night that began before it', () => {
    expect(at('2026-03-06T23:30:00+01:00')).toBe('open')
    expect(openingAt('2026-03-07T00:30:00+01:00', settings)).toEqual({ status: 'holiday', holiday: 'Founders’ Day' })
  })

  test('the hours of a holiday reach into the next day as any night does', () => {
    expect(at('2026-03-14T21:00:00+01:00')).toBe('holiday')
    expect(at('2026-03-14T23:00:00+01:00')).toBe('open')
    expect(at('2026-03-15T01:59:00+01:00')).toBe('open')
  })

  test('eight o’clock is eight o’clock on both sides of daylight saving', () => {
    expect(at('2026-03-23T07:00:00Z')).toBe('open')
    expect(at('2026-03-30T06:00:00Z')).toBe('open')
    expect(at('2026-03-30T05:59:00Z')).toBe('closed')
  })

  test('the date of a holiday is the date of the site', () => {
    expect(at('2026-03-06T23:30:00Z')).toBe('holiday')
  })
})

test('hours that are never open and a date that stands twice are found', () => {
  const day = { date: '2026-12-25', name: 'Christmas Day', hours: [] }
  const found = hours.check?.(HoursSettings.parse({ weekly: {}, holidays: [day, day], zone: 'UTC' }))
  expect(found?.map(({ rule }) => rule)).toEqual(['hours-never-open', 'hours-date-twice'])
})

test.each([
  { weekly: { mon: [['8:00', '17:00']] } },
  { weekly: { mon: [['08:00', '24:30']] } },
  { zone: 'New York' },
  { holidays: [{ date: '2026-02-30' }] },
])('settings such as %j are refused', (wrong) => expect(HoursSettings.safeParse({ weekly: {}, zone: 'UTC', ...wrong }).success).toBe(false))
