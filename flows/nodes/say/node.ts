import { z } from 'zod'
import { PromptKey } from '../../ids'
import { defineNode } from '../../node'
import { words } from './words'

export const say = defineNode({
  type: 'say',
  family: 'speak',
  icon: 'volume-2',
  settings: z.strictObject({
    prompt: PromptKey.optional().meta({ input: 'prompt' }),
    repeat: z.number().int().min(1).max(99).default(1).meta({ input: 'number' }),
    /** Keys pressed for the caller on a call: digits, `*`, `#`, `A`–`D`, `w` for half a second and `W` for a whole one. */
    tones: z
      .string()
      .regex(/^[0-9A-DwW#*]{1,64}$/, 'Only 0–9, A–D, *, #, w and W, without blanks.')
      .optional()
      .meta({ input: 'text' }),
  }),
  example: { settings: { prompt: 'say.prompt', repeat: 1 }, words: { 'say.prompt': 'Thank you for calling.' } },
  words,
  channels: ['voice', 'sms'],
  ports: () => [{ id: 'next', kind: 'then' }],
  prompts: ({ prompt }) => (prompt ? [{ key: prompt, field: 'prompt' }] : []),
  compile: ({ to, act }) => ({ entry: [act('say.speak')], always: [to('next')] }),
  acts: {
    'say.speak': ({ settings: { prompt: key, repeat, tones }, session, prompt }) => {
      const words = key && prompt(key)
      if (session.channel === 'sms') return words ? [{ verb: 'reply', words }] : []
      return [
        ...(words ? [{ verb: 'say' as const, words, ...(repeat > 1 && { repeat }) }] : []),
        ...(tones ? [{ verb: 'play' as const, tones }] : []),
      ]
    },
  },
  check: ({ prompt, tones }) => (prompt || tones ? [] : [{ rule: 'say-nothing', level: 'must', field: 'prompt' }]),
  rehearse: () => [],
})
