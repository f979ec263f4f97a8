import { z } from 'zod'
import { PromptKey } from '../../ids'
import { PhoneTemplate } from '../../phone'

const only = (...kinds: string[]) => ({ when: { field: 'kind', is: kinds } })
const Target = z.strictObject({ number: PhoneTemplate.meta({ input: 'phone' }) })

export const TransferSettings = z.strictObject({
  kind: z.enum(['number', 'sip', 'client', 'conference', 'queue']).default('number').meta({ input: 'choice' }),
  /** They ring together, the first to answer wins; ten is Twilio's limit. */
  numbers: z
    .array(Target)
    .max(10)
    .default([])
    .meta({ input: 'list', ...only('number') }),
  sip: z
    .string()
    .max(400)
    .regex(/^(sips?:|ref:|[^{]*(\{\{|\{%))/, 'A SIP address begins with sip:.')
    .optional()
    .meta({ input: 'template', ...only('sip') }),
  client: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ input: 'template', ...only('client') }),
  conference: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ input: 'template', ...only('conference') }),
  /** The queue's name, or a reference to one that is mapped later. */
  queue: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ input: 'text', ...only('queue') }),
  queueNumber: PhoneTemplate.optional().meta({ input: 'phone', ...only('queue') }),
  /** What the people behind the queue should know about the contact; imported flows have JSON here. */
  attributes: z
    .string()
    .max(4096)
    .optional()
    .meta({ input: 'long-text', ...only('queue') }),
  prompt: PromptKey.optional().meta({ input: 'prompt' }),
  callerId: z.string().min(1).max(200).optional().meta({ input: 'template' }),
  ringSeconds: z.number().int().min(1).max(600).default(30).meta({ input: 'seconds' }),
  limitSeconds: z.number().int().min(1).max(86_400).optional().meta({ input: 'seconds' }),
  record: z.boolean().default(false).meta({ input: 'switch' }),
  split: z.enum(['by_status', 'imported']).default('by_status').meta({ input: 'choice' }),
})
export type TransferSettings = z.infer<typeof TransferSettings>
