import { z } from 'zod'
import { PromptKey } from '../../ids'
import { PhoneTemplate } from '../../phone'

const MediaLink = z.strictObject({ url: z.string().min(1).max(2048).meta({ input: 'template' }) })
const TemplateValue = z.strictObject({ key: z.string().min(1).max(16), value: z.string().max(1600) })

export const MessageSettings = z.strictObject({
  to: z.enum(['caller', 'number']).default('caller').meta({ input: 'choice' }),
  number: PhoneTemplate.optional().meta({ input: 'phone', when: { field: 'to', is: ['number'] } }),
  prompt: PromptKey.meta({ input: 'prompt' }),
  media: z.array(MediaLink).max(10).default([]).meta({ input: 'list' }),
  /** A number of ours or a Messaging Service; absent: the number of this session. */
  from: z.string().min(1).max(200).optional().meta({ input: 'template' }),
  /** A content template at the carrier (`HX…`), sent instead of the words. */
  contentSid: z.string().min(1).max(200).optional().meta({ input: 'text' }),
  contentVariables: z.array(TemplateValue).max(100).default([]).meta({ input: 'key-values' }),
  wait: z.boolean().default(false).meta({ input: 'switch' }),
})
export type MessageSettings = z.infer<typeof MessageSettings>
