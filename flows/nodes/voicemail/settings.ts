import { z } from 'zod'
import { PromptKey } from '../../ids'
import { PhoneTemplate } from '../../phone'

export const VoicemailSettings = z.strictObject({
  greeting: PromptKey.optional().meta({ input: 'prompt' }),
  maxSeconds: z.number().int().min(1).max(14_400).default(120).meta({ input: 'seconds' }),
  silenceSeconds: z.number().int().min(0).max(60).default(5).meta({ input: 'seconds' }),
  /** Several are allowed; empty means none. */
  finishOnKey: z
    .string()
    .regex(/^[0-9*#]{0,12}$/, 'Only the keys 0–9, * and #.')
    .default('#')
    .meta({ input: 'text' }),
  beep: z.boolean().default(true).meta({ input: 'switch' }),
  trim: z.boolean().default(true).meta({ input: 'switch' }),
  transcribe: z.boolean().default(false).meta({ input: 'switch' }),
  notify: PhoneTemplate.optional().meta({ input: 'phone' }),
  notice: PromptKey.optional().meta({ input: 'prompt' }),
  split: z.enum(['by_recording', 'imported']).default('by_recording').meta({ input: 'choice' }),
})
export type VoicemailSettings = z.infer<typeof VoicemailSettings>
