import { z } from 'zod'
import { PortId } from '../../ids'
import { defineNode } from '../../node'
import { words } from './words'

const Exit = z.strictObject({ id: PortId.meta({ input: 'hidden' }), event: z.string().max(200).meta({ input: 'text' }) })

export const StubSettings = z.strictObject({
  widget: z.string().max(200).meta({ input: 'text' }),
  /** The widget as it was in the file, as JSON text, so that nothing of it is lost. */
  json: z.string().meta({ input: 'long-text' }),
  events: z.array(Exit).max(200).default([]).meta({ input: 'list' }),
})
export type StubSettings = z.infer<typeof StubSettings>

/**
 * Holds the place of something imported that cannot run here. Keeps it whole, with all its ways out, until a person puts
 * nodes in its place; the check keeps a flow with a stub from being released. In a rehearsal a call ends here.
 */
export const stub = defineNode({
  type: 'stub',
  family: 'structure',
  icon: 'puzzle',
  settings: StubSettings,
  example: {
    settings: {
      widget: 'capture-payments',
      json: '{"name":"pay","type":"capture-payments","properties":{},"transitions":[{"event":"success"},{"event":"hangup"}]}',
      events: [
        { id: 'success', event: 'success' },
        { id: 'hangup', event: 'hangup' },
      ],
    },
    words: {},
  },
  words,
  channels: ['voice', 'sms'],
  ports: ({ events }) => events.map(({ id, event }) => ({ id, label: event, kind: 'choice' })),
  prompts: () => [],
  compile: ({ settings, to, act }) => ({
    entry: [act('stub.stop')],
    ...(settings.events.length > 0 && {
      on: { 'effect.done.*': settings.events.map(({ id }) => ({ guard: act('stub.left', { exit: id }), ...to(id) })) },
    }),
  }),
  acts: { 'stub.stop': ({ session }) => (session.channel === 'voice' ? [{ verb: 'hangup' }] : []) },
  guards: {
    'stub.left': ({ event, node }, { exit }) =>
      event.type === `effect.done.${node}` &&
      'result' in event &&
      z.object({ exit: z.literal(String(exit)) }).safeParse(event.result).success,
  },
  check: ({ widget }) => [{ rule: 'stub', level: 'must', field: 'widget', values: { widget } }],
  rehearse: () => [],
})
