import { z } from 'zod'
import { PromptKey } from '../../ids'
import { defineNode } from '../../node'
import { words } from './words'

export const say = defineNode({
  type: 'say',
  family: 'speak',
  icon: 'volume-2',
  settings: z.strictObject({
    prompt: PromptKey.meta({ input: 'prompt' }),
    repeat: z.number().int().min(1).max(99).default(1).meta({ input: 'number' }),
  }),
  example: { settings: { prompt: 'say.prompt', repeat: 1 }, words: { 'say.prompt': 'Thank you for calling.' } },
  words,
  channels: ['voice', 'sms'],
  ports: () => [{ id: 'next', kind: 'then' }],
  prompts: ({ prompt }) => [{ key: prompt, field: 'prompt' }],
  compile: ({ to, act }) => ({ entry: [act('say.speak')], always: [to('next')] }),
  acts: {
    'say.speak': ({ settings, session, prompt }) =>
      session.channel === 'sms'
        ? [{ verb: 'reply', words: prompt(settings.prompt) }]
        : [{ verb: 'say', words: prompt(settings.prompt), ...(settings.repeat > 1 && { repeat: settings.repeat }) }],
  },
  rehearse: () => [],
})
