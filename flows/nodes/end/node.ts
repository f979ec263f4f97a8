import { z } from 'zod'
import { PromptKey } from '../../ids'
import { defineNode } from '../../node'
import { words } from './words'

export const end = defineNode({
  type: 'end',
  family: 'ends',
  icon: 'phone-off',
  settings: z.strictObject({
    prompt: PromptKey.optional().meta({ input: 'prompt' }),
    outcome: z.string().min(1).max(60).default('completed').meta({ input: 'text' }),
  }),
  example: { settings: { prompt: 'end.prompt', outcome: 'completed' }, words: { 'end.prompt': 'Goodbye.' } },
  words,
  channels: ['voice', 'sms'],
  ports: () => [],
  prompts: ({ prompt }) => (prompt ? [{ key: prompt, field: 'prompt' }] : []),
  compile: ({ act }) => ({ type: 'final', entry: [act('end.outcome'), act('end.close')] }),
  acts: {
    'end.close': ({ settings, session, prompt }) => {
      const words = settings.prompt ? prompt(settings.prompt) : undefined
      if (session.channel === 'sms') return words ? [{ verb: 'reply', words }] : []
      return [...(words ? [{ verb: 'say' as const, words }] : []), { verb: 'hangup' }]
    },
    'end.return': ({ settings, session, prompt }) => {
      if (!settings.prompt) return []
      return [{ verb: session.channel === 'sms' ? 'reply' : 'say', words: prompt(settings.prompt) }]
    },
  },
  keeps: { 'end.outcome': ({ settings }) => ({ outcome: settings.outcome }) },
  rehearse: () => [],
})
