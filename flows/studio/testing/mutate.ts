import type { Json } from '../../json'

/** Values that turn up where they should not. */
const odd: Json[] = [
  null,
  '',
  0,
  -1,
  1e300,
  true,
  [],
  {},
  [null],
  'x'.repeat(5000),
  '{{',
  '{% if %}',
  '{{widgets.gone.x | nope}}',
  '__proto__',
  'constructor',
  '<<X>>',
  '你好',
  { key: 1 },
  'match',
  'trigger',
  'run-subflow',
]

/** A copy with some of its values replaced, dropped or doubled, as the numbers say. */
export function mutated(value: Json, { places, changes }: { places: readonly number[]; changes: readonly number[] }): Json {
  return places.reduce<Json>((current, place, index) => {
    const copy = JSON.parse(JSON.stringify(current)) as Json
    const holders = holdersIn(copy)
    const holder = holders[place % Math.max(1, holders.length)]
    if (holder) damage(holder, { place, change: changes[index % changes.length] ?? 0 })
    return copy
  }, value)
}

type Holder = Json[] | { [key: string]: Json }

function holdersIn(value: Json): Holder[] {
  if (value === null || typeof value !== 'object') return []
  return [value, ...Object.values(value).flatMap(holdersIn)]
}

function damage(holder: Holder, { place, change }: { place: number; change: number }): void {
  const other = odd[change % odd.length] ?? null
  if (Array.isArray(holder)) {
    const index = holder.length === 0 ? 0 : place % holder.length
    if (change % 3 === 0) holder.splice(index, 1)
    else if (change % 3 === 1) holder.push(holder[index] ?? other)
    else holder[index] = other
    return
  }
  const keys = Object.keys(holder)
  const key = keys[place % Math.max(1, keys.length)] ?? 'extra'
  if (change % 3 === 0) delete holder[key]
  else holder[key] = other
}
