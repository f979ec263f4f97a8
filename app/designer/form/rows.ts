import type { Json, JsonObject } from '#flows/json'

/** The rows of a list; what is no row is left out. */
export const rowsOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.flatMap((row) => (row !== null && typeof row === 'object' && !Array.isArray(row) ? [row] : [])) : []

/** The row with one field set, or taken away. */
export function withField(row: JsonObject, name: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...row, [name]: value }
  const { [name]: _dropped, ...rest } = row
  return rest
}
