import { z } from 'zod'
import type { Json } from '#flows/json'
import type { AnyNodeType } from '#flows/node'

/** One field of a settings form, as the schema tells it. */
export interface FieldShape {
  /** Its key in the settings (or in its row). */
  name: string
  /** Where its words stand: the path without places in lists. */
  words: string
  input: string
  required: boolean
  choices: readonly string[]
  min: number | undefined
  max: number | undefined
  most: number | undefined
  standard: Json | undefined
  /** Shown only while another field has one of these values. */
  when: { field: string; is: readonly string[] } | undefined
  /** The fields of one row of a list. */
  row: readonly FieldShape[]
}

interface Part {
  input?: string | undefined
  enum?: unknown[] | undefined
  default?: unknown
  minimum?: number | undefined
  maximum?: number | undefined
  maxItems?: number | undefined
  when?: { field: string; is: string[] } | undefined
  required?: string[] | undefined
  properties?: Record<string, Part> | undefined
  items?: Part | undefined
}
const Part: z.ZodType<Part> = z.lazy(() =>
  z.looseObject({
    input: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxItems: z.number().optional(),
    when: z.object({ field: z.string(), is: z.array(z.string()) }).optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), Part).optional(),
    // A tuple says `items: false`; its places are drawn by a control of their own.
    items: Part.optional().catch(undefined),
  }),
)

const memory = new WeakMap<AnyNodeType, readonly FieldShape[]>()

/** The fields of a node type's form, in the schema's order. */
export function formOf(type: AnyNodeType): readonly FieldShape[] {
  const known = memory.get(type)
  if (known) return known
  const read = Part.safeParse(z.toJSONSchema(type.settings, { io: 'input', unrepresentable: 'any' }))
  const shape = read.success ? fieldsIn(read.data, '') : []
  memory.set(type, shape)
  return shape
}

function fieldsIn({ properties = {}, required = [] }: Part, prefix: string): FieldShape[] {
  return Object.entries(properties).map(([name, part]) => ({
    name,
    words: prefix + name,
    input: part.input ?? 'text',
    required: required.includes(name),
    choices: (part.enum ?? part.items?.enum ?? []).map(String),
    min: part.minimum,
    max: part.maximum,
    most: part.maxItems,
    standard: z.json().safeParse(part.default).data as Json | undefined,
    when: part.when,
    row: part.items ? fieldsIn(part.items, `${prefix}${name}.`) : [],
  }))
}
