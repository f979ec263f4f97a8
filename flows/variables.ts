import { z } from 'zod'
import { VariableName } from './ids'
import { Json } from './json'

/** How closely a value belongs to a patient; decides masking and whether it may leave the house. */
export const PhiClass = z.enum(['none', 'contact', 'identifier', 'health'])
export type PhiClass = z.infer<typeof PhiClass>

/** A variable as a flow declares it. `retentionDays` counts from the end of the session. */
export const Variable = z.strictObject({
  name: VariableName,
  type: z.enum(['text', 'number', 'boolean', 'date', 'json']),
  phi: PhiClass,
  purpose: z.string(),
  retentionDays: z.number().int().min(0).max(3660),
  initial: Json.optional(),
})
export type Variable = z.infer<typeof Variable>
