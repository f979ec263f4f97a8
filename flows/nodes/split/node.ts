import { IANAZone } from 'luxon'
import { z } from 'zod'
import { compares, operators, patternProblem } from '../../compare'
import { PortId } from '../../ids'
import { defineNode, type Finding, type Turn } from '../../node'
import { words } from './words'

const Condition = z.strictObject({
  subject: z.string().max(4096).meta({ input: 'template' }),
  operator: z.enum(operators).meta({ input: 'choice' }),
  value: z.string().max(4096).default('').meta({ input: 'template' }),
})

const Row = z.strictObject({
  id: PortId.meta({ input: 'hidden' }),
  label: z.string().min(1).max(80).meta({ input: 'text' }),
  /** All must hold. */
  all: z.array(Condition).min(1).max(10).meta({ input: 'list' }),
})

export const SplitSettings = z.strictObject({
  rows: z.array(Row).max(30).meta({ input: 'list' }),
  /** Punctuation does not count, as speech recognition adds it freely. Imported flows compare letter by letter. */
  speechTolerant: z.boolean().default(true).meta({ input: 'switch' }),
  /** Where times of day and dates are read. */
  zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'A time zone looks like America/New_York.')
    .default('UTC')
    .meta({ input: 'zone' }),
})
export type SplitSettings = z.infer<typeof SplitSettings>

/** A decision table: the first row whose conditions all hold decides the way out, else `otherwise`. */
export const split = defineNode({
  type: 'split',
  family: 'decide',
  icon: 'split',
  settings: SplitSettings,
  example: {
    settings: {
      rows: [{ id: 'adult', label: 'Eighteen or older', all: [{ subject: '{{ age }}', operator: 'greater_than', value: '17' }] }],
      speechTolerant: true,
      zone: 'UTC',
    },
    words: {},
  },
  words,
  channels: ['voice', 'sms'],
  ports: ({ rows }) => [
    ...rows.map(({ id, label }) => ({ id, label, kind: 'choice' as const })),
    { id: 'otherwise', kind: 'failure' as const },
  ],
  prompts: () => [],
  templates: ({ rows }) =>
    rows.flatMap(({ all }, row) =>
      all.flatMap(({ subject, value }, index) => [
        { template: subject, field: `rows.${row}.all.${index}.subject` },
        { template: value, field: `rows.${row}.all.${index}.value` },
      ]),
    ),
  compile: ({ settings, to, act }) => ({
    always: [
      ...settings.rows.map(({ id }) => ({ guard: act('split.holds', { row: id }), actions: [act('split.keep', { row: id })], ...to(id) })),
      { actions: [act('split.keep', { row: 'otherwise' })], ...to('otherwise') },
    ],
  }),
  acts: {},
  guards: { 'split.holds': (turn, { row }) => rowHolds(turn, row) },
  keeps: { 'split.keep': (_turn, { row }) => ({ result: { row: String(row) } }) },
  check: ({ rows }) => [...twice(rows.map(({ id }) => id)), ...brokenPatterns(rows)],
  rehearse: () => [],
})

function rowHolds({ settings, event, text }: Turn<SplitSettings>, id: unknown): boolean {
  const { rows, speechTolerant: tolerant, zone } = settings
  const all = rows.find((row) => row.id === id)?.all ?? []
  return (
    all.length > 0 &&
    all.every(({ subject, operator, value }) =>
      compares({ subject: text(subject), operator, value: text(value), tolerant, zone, at: event.at }),
    )
  )
}

function twice(ids: string[]): Finding[] {
  const seen = [...ids, 'otherwise']
  const repeated = new Set(ids.filter((id, index) => seen.indexOf(id) !== index || id === 'otherwise'))
  return [...repeated].map((port) => ({ rule: 'split-row-twice', level: 'must', port, field: 'rows' }))
}

function brokenPatterns(rows: SplitSettings['rows']): Finding[] {
  const patterns = rows.flatMap(({ id, all }) =>
    all.flatMap(({ operator, value }) => (operator === 'regex' && !value.includes('{{') ? [{ id, value }] : [])),
  )
  return patterns.flatMap(({ id, value }) => {
    const problem = patternProblem(value)
    return problem ? [{ rule: 'split-pattern', level: 'must' as const, port: id, field: 'rows', values: { problem } }] : []
  })
}
