import type { Json } from '../../json'

/** The value at a dotted path (`slots.0.id`), or undefined. Own properties and list places only. */
export function valueAt(value: Json | undefined, path: string): Json | undefined {
  return path
    .split('.')
    .map((part) => part.trim())
    .reduce<Json | undefined>((at, part) => {
      if (Array.isArray(at)) return /^\d+$/.test(part) ? at[Number(part)] : undefined
      return typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? at[part] : undefined
    }, value)
}
