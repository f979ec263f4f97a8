import type { Json } from '#flows/json'

/** A setting's value on one line; structures as compact JSON, nothing as nothing. */
export function readableValue(value: Json | null): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
