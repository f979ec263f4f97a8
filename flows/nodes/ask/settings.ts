import { z } from 'zod'
import { Locale, PromptKey, VariableName } from '../../ids'

const count = z.number().int().min(1).max(64).optional()

export const AskSettings = z.strictObject({
  prompt: PromptKey.optional().meta({ input: 'prompt' }),
  repeat: z.number().int().min(1).max(99).default(1).meta({ input: 'number' }),
  listen: z.enum(['keys', 'speech', 'both']).default('keys').meta({ input: 'choice' }),
  /** Absent: the answer stands in the node's result alone. */
  into: VariableName.optional().meta({ input: 'variable' }),
  kind: z.enum(['any', 'digits', 'number', 'date', 'yes_no', 'pattern']).default('any').meta({ input: 'choice' }),
  /** Exactly so many keys; the entry is over with the last of them. */
  length: z.number().int().min(1).max(32).optional().meta({ input: 'number' }),
  minLength: count.meta({ input: 'number' }),
  maxLength: count.meta({ input: 'number' }),
  pattern: z.string().max(500).optional().meta({ input: 'text' }),
  min: z.number().optional().meta({ input: 'number' }),
  max: z.number().optional().meta({ input: 'number' }),
  /** Which part of a date typed on a keypad comes first. */
  dateOrder: z.enum(['month_day_year', 'day_month_year', 'year_month_day']).default('month_day_year').meta({ input: 'choice' }),
  /** The key that ends an entry; empty: none does. */
  finishOnKey: z
    .string()
    .regex(/^[0-9*#]?$/, 'One key: a digit, * or #.')
    .default('#')
    .meta({ input: 'key' }),
  waitSeconds: z.number().int().min(1).max(60).default(5).meta({ input: 'seconds' }),
  /** Silence that ends a spoken answer; absent: the recogniser decides. */
  speechWait: z.number().int().min(1).max(60).optional().meta({ input: 'seconds' }),
  /** The language to listen in, when it is not the session's. */
  language: z.string().max(200).optional().meta({ input: 'template' }),
  hints: z
    .record(Locale, z.array(z.string().max(100)).max(500))
    .default({})
    .meta({ input: 'spoken-words' }),
  speechModel: z.string().max(60).optional().meta({ input: 'text' }),
  profanityFilter: z.boolean().default(true).meta({ input: 'switch' }),
  /** Asked again in these words, one prompt for each further try. */
  retries: z.array(PromptKey).max(4).default([]).meta({ input: 'prompts' }),
  sensitive: z.boolean().default(false).meta({ input: 'switch' }),
  /** How it leaves: by whether there is an answer, or, in imported flows, by the way the answer came. */
  split: z.enum(['none', 'by_input', 'by_reply']).default('none').meta({ input: 'choice' }),
  replySeconds: z.number().int().min(1).max(2_592_000).default(86_400).meta({ input: 'seconds' }),
})
export type AskSettings = z.infer<typeof AskSettings>
