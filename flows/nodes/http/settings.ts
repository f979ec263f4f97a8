import { z } from 'zod'
import { PromptKey, VariableName } from '../../ids'
import { misusesSecret } from './secrets'

/** Text with variables in which a secret stands alone, as `{{ secret.NAME }}`. */
const Filled = (max: number) =>
  z
    .string()
    .max(max)
    .refine((template) => !misusesSecret(template), 'Write a secret alone, as {{ secret.NAME }}: filters and tags cannot see its value.')

const Header = z.strictObject({
  key: z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'A header name holds letters, digits and hyphens.'),
  value: Filled(4096),
})
const FormField = z.strictObject({ key: z.string().min(1).max(200), value: Filled(16_384) })
const Stored = z.strictObject({
  variable: VariableName.meta({ input: 'variable' }),
  /** Where the value stands in the answer's JSON object, such as `patient.name` or `slots.0.id`. */
  path: z.string().min(1).max(200).meta({ input: 'text' }),
})

export const HttpSettings = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET').meta({ input: 'choice' }),
  url: Filled(2048)
    .regex(/^(https?:\/\/|ref:|\{\{|\{%)/, 'Write the whole address, beginning with https://.')
    .meta({ input: 'template' }),
  headers: z.array(Header).max(30).default([]).meta({ input: 'key-values' }),
  send: z.enum(['none', 'json', 'form', 'raw']).default('none').meta({ input: 'choice' }),
  body: Filled(16_384)
    .default('')
    .meta({ input: 'long-text', when: { field: 'send', is: ['json', 'raw'] } }),
  fields: z
    .array(FormField)
    .max(100)
    .default([])
    .meta({ input: 'key-values', when: { field: 'send', is: ['form'] } }),
  contentType: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ input: 'text', when: { field: 'send', is: ['raw'] } }),
  timeoutMs: z.number().int().min(100).max(10_000).default(4000).meta({ input: 'number' }),
  holding: PromptKey.optional().meta({ input: 'prompt' }),
  mapping: z.array(Stored).max(50).default([]).meta({ input: 'list' }),
  /** Studio's way with repeated requests: a new `parsed` is laid over the old one, which stays when the answer is no JSON object. */
  mergeParsed: z.boolean().default(false).meta({ input: 'switch' }),
})
export type HttpSettings = z.infer<typeof HttpSettings>
