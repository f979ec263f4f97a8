import type { Json, JsonObject } from '#flows/json'
import type { AnyNodeType } from '#flows/node'
import type { Locale } from '@/app/i18n/locales'
import type { FieldShape } from './shape'

interface Around {
  rows: readonly JsonObject[]
  type: AnyNodeType
  locale: Locale
}

/** A new row of a list that fits its schema at once where it can: a free id, a free key, a name with its number. */
export function freshRow(field: FieldShape, { rows, type, locale }: Around): JsonObject {
  const like = exampleRow(type, field.name)
  const entries = field.row.flatMap((inner): [string, Json][] => {
    const value = freshValue(inner, { field, rows, like, type, locale })
    return value === undefined ? [] : [[inner.name, value]]
  })
  return Object.fromEntries(entries)
}

function freshValue(
  inner: FieldShape,
  { field, rows, like, type, locale }: Around & { field: FieldShape; like: JsonObject },
): Json | undefined {
  if (inner.input === 'hidden') return freeId(rows, inner.name, field.name)
  if (inner.input === 'key') return inner.required || like[inner.name] !== undefined ? freeKey(rows, inner.name) : undefined
  if (inner.standard !== undefined) return inner.standard
  if (!inner.required) return undefined
  if (inner.input === 'choice') return inner.choices[0] ?? ''
  if (inner.input === 'list') return [freshRow(inner, { rows: [], type, locale })]
  if (inner.input === 'number' || inner.input === 'seconds') return inner.min ?? 1
  if (inner.input === 'text') return `${type.words[locale].fields[inner.words]?.label ?? inner.name} ${rows.length + 1}`
  return ''
}

function exampleRow({ example }: AnyNodeType, name: string): JsonObject {
  const rows = (example.settings as JsonObject)[name]
  const first = Array.isArray(rows) ? rows[0] : undefined
  return first !== null && typeof first === 'object' && !Array.isArray(first) ? first : {}
}

/** `option3` for the third of `options`; ids are never used twice, so that a wire never changes its meaning. */
function freeId(rows: readonly JsonObject[], name: string, list: string): string {
  const taken = new Set(rows.map((row) => row[name]))
  const stem = list.replace(/s$/, '')
  for (let count = rows.length + 1; ; count++) if (!taken.has(`${stem}${count}`)) return `${stem}${count}`
}

function freeKey(rows: readonly JsonObject[], name: string): string | undefined {
  const taken = new Set(rows.map((row) => row[name]))
  return ['1', '2', '3', '4', '5', '6', '7', '8', '9'].find((key) => !taken.has(key))
}
