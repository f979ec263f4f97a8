import { IANAZone } from 'luxon'
import { z } from 'zod'
import { defineNode } from '../../node'
import { openingAt } from './opening'
import { words } from './words'

const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time looks like 08:30, from 00:00 to 24:00.')
const Spans = z.array(z.tuple([time, time])).max(6)
const day = Spans.default([])

export const HoursSettings = z.strictObject({
  weekly: z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }).meta({ input: 'weekly-hours' }),
  holidays: z
    .array(
      z.strictObject({
        date: z.iso.date('A date looks like 2026-12-25.'),
        name: z.string().max(80).default(''),
        /** Empty: closed all day. */
        hours: Spans.default([]),
      }),
    )
    .max(400)
    .default([])
    .meta({ input: 'dates' }),
  zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'A time zone looks like America/New_York.')
    .meta({ input: 'zone' }),
})
export type HoursSettings = z.infer<typeof HoursSettings>

const workday: [string, string][] = [['08:00', '17:00']]

/** Decides by the wall clock of the site: open, closed, or closed for a holiday. */
export const hours = defineNode({
  type: 'hours',
  family: 'decide',
  icon: 'clock',
  settings: HoursSettings,
  example: {
    settings: {
      weekly: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
      holidays: [{ date: '2026-12-25', name: 'Christmas Day', hours: [] }],
      zone: 'America/New_York',
    },
    words: {},
  },
  words,
  channels: ['voice', 'sms'],
  ports: () => [
    { id: 'open', kind: 'choice' },
    { id: 'closed', kind: 'choice' },
    { id: 'holiday', kind: 'choice' },
  ],
  prompts: () => [],
  compile: ({ to, act }) => ({
    always: [
      { guard: act('hours.is', { status: 'open' }), actions: [act('hours.keep')], ...to('open') },
      { guard: act('hours.is', { status: 'holiday' }), actions: [act('hours.keep')], ...to('holiday') },
      { actions: [act('hours.keep')], ...to('closed') },
    ],
  }),
  acts: {},
  guards: { 'hours.is': ({ settings, event }, { status }) => openingAt(event.at, settings).status === status },
  keeps: { 'hours.keep': ({ settings, event }) => ({ result: { ...openingAt(event.at, settings) } }) },
  check: ({ weekly, holidays }) => {
    const twice = holidays.filter(({ date }, index) => holidays.findIndex((other) => other.date === date) !== index)
    return [
      ...(Object.values(weekly).every((spans) => spans.length === 0)
        ? [{ rule: 'hours-never-open', level: 'should' as const, field: 'weekly' }]
        : []),
      ...twice.map(({ date }) => ({ rule: 'hours-date-twice', level: 'must' as const, field: 'holidays', values: { date } })),
    ]
  },
  rehearse: () => [],
})
