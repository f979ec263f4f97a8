import { z } from 'zod'
import { defineNode } from '../../node'
import { words } from './words'

/** Where every session begins. Waits for `session.started`, which brings the session's facts, and leaves by what started it. */
export const start = defineNode({
  type: 'start',
  family: 'ends',
  icon: 'phone-incoming',
  settings: z.strictObject({
    by: z
      .array(z.enum(['call', 'message', 'request']))
      .min(1)
      .meta({ input: 'choices' }),
  }),
  example: { settings: { by: ['call'] }, words: {} },
  words,
  channels: ['voice', 'sms'],
  ports: ({ by }) => by.map((id) => ({ id, kind: by.length === 1 ? 'then' : 'choice' })),
  prompts: () => [],
  compile: ({ settings, to, act }) => ({
    on: {
      'session.started': settings.by.map((by) => ({ guard: act('start.by', { by }), actions: [act('start.begin')], ...to(by) })),
    },
  }),
  acts: {},
  guards: {
    'start.by': ({ event }, { by }) => event.type === 'session.started' && event.by === by,
    'start.within': ({ session }, { by }) => by === (session.channel === 'voice' ? 'call' : 'message'),
  },
  keeps: { 'start.begin': () => ({}) },
  rehearse: ({ by }) =>
    by.map((way) => ({
      label: way,
      event: {
        type: 'session.started',
        session: 'rehearsal',
        channel: way === 'call' ? 'voice' : 'sms',
        from: '+12025550101',
        to: '+12025550199',
        by: way,
      },
    })),
})
