import { z } from 'zod'

/** The part of a JSON Schema that forms are drawn from. */
export interface SchemaPart {
  input?: string | undefined
  enum?: unknown[] | undefined
  properties?: Record<string, SchemaPart> | undefined
  /** False: a list of fixed places has no further items. */
  items?: SchemaPart | boolean | undefined
}
const SchemaPart: z.ZodType<SchemaPart> = z.lazy(() =>
  z.looseObject({
    input: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), SchemaPart).optional(),
    items: z.union([SchemaPart, z.boolean()]).optional(),
  }),
)

/** Every field of a settings schema by its path (`rows.all.operator`), with its form input. List rows stand under their list's path. */
export function fieldsOf(schema: unknown, prefix = ''): { path: string; input: string | undefined }[] {
  return properties(schema, prefix).flatMap(({ path, part }) => [{ path, input: part.input }, ...fieldsOf(rowOf(part), `${path}.`)])
}

/** Every choice of an enumeration as words name it: `path.value`. */
export function choicesOf(schema: unknown, prefix = ''): string[] {
  return properties(schema, prefix).flatMap(({ path, part }) => [
    ...(rowOf(part).enum ?? []).map((value) => `${path}.${String(value)}`),
    ...choicesOf(rowOf(part), `${path}.`),
  ])
}

const rowOf = (part: SchemaPart): SchemaPart => (typeof part.items === 'object' ? part.items : part)
const properties = (schema: unknown, prefix: string) => {
  const { properties = {} } = SchemaPart.parse(schema)
  return Object.entries(properties).map(([name, part]) => ({ path: `${prefix}${name}`, part }))
}
