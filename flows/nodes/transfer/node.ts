import { defineNode } from '../../node'
import { connect, isCertain, outcomeOf, portOf, targetsOf } from './connect'
import { TransferSettings } from './settings'
import { words } from './words'

/** Connects the caller to a person, a room or a queue, and comes back when that call is over. */
export const transfer = defineNode({
  type: 'transfer',
  family: 'people',
  icon: 'phone-forwarded',
  settings: TransferSettings,
  example: {
    settings: {
      kind: 'number',
      numbers: [{ number: '+12025550123' }],
      prompt: 'transfer.prompt',
      ringSeconds: 30,
      record: false,
      split: 'by_status',
    },
    words: { 'transfer.prompt': 'I am connecting you now.' },
  },
  words,
  channels: ['voice', 'sms'],
  ports: ({ split }) =>
    split === 'imported'
      ? [
          { id: 'completed', kind: 'then' },
          { id: 'hangup', kind: 'failure' },
        ]
      : [
          { id: 'completed', kind: 'then' },
          { id: 'busy', kind: 'failure' },
          { id: 'no_answer', kind: 'failure' },
          { id: 'failed', kind: 'failure' },
        ],
  prompts: ({ prompt }) => (prompt ? [{ key: prompt, field: 'prompt' }] : []),
  templates: ({ numbers, sip, client, conference, queueNumber, attributes, callerId }) => [
    ...numbers.map(({ number }, index) => ({ template: number, field: `numbers.${index}.number` })),
    ...Object.entries({ sip, client, conference, queueNumber, attributes, callerId }).flatMap(([field, template]) =>
      template ? [{ template, field }] : [],
    ),
  ],
  compile: ({ settings, channels, to, act }) => {
    const kept = { actions: [act('transfer.keep')] }
    const ports = settings.split === 'imported' ? ['hangup', 'completed'] : ['completed', 'busy', 'no_answer', 'failed']
    return {
      entry: [act('transfer.connect')],
      always: [
        ...(channels.includes('sms') ? [{ guard: act('transfer.by_text'), ...kept, ...to('completed') }] : []),
        // Studio has no way out for a dial that cannot begin; its flows look at DialCallStatus after callCompleted.
        ...(isCertain(settings)
          ? []
          : [{ guard: act('transfer.nowhere'), ...kept, ...to(settings.split === 'imported' ? 'completed' : 'failed') }]),
      ],
      on: { 'call.dialed': ports.map((port) => ({ guard: act('transfer.came_back', { port }), ...kept, ...to(port) })) },
    }
  },
  acts: { 'transfer.connect': connect },
  guards: {
    'transfer.by_text': ({ session }) => session.channel === 'sms',
    'transfer.nowhere': (turn) => targetsOf(turn).length === 0,
    'transfer.came_back': (turn, { port }) => portOf(turn) === port,
  },
  keeps: { 'transfer.keep': (turn) => ({ result: outcomeOf(turn) }) },
  check: ({ kind, numbers, sip, client, conference, queue, queueNumber }) => {
    const field = { number: 'numbers', sip: 'sip', client: 'client', conference: 'conference', queue: queue ? 'queueNumber' : 'queue' }[
      kind
    ]
    const given = { number: numbers.length > 0, sip: !!sip, client: !!client, conference: !!conference, queue: !!queue && !!queueNumber }[
      kind
    ]
    return given ? [] : [{ rule: 'transfer-target-missing', level: 'must', field }]
  },
  rehearse: ({ split }) => [
    { label: 'completed', event: { type: 'call.dialed', status: 'completed', bridged: true, seconds: 60 } },
    ...(split === 'imported'
      ? [{ label: 'hangup', event: { type: 'call.dialed' as const, status: 'completed' as const, fields: { CallStatus: 'completed' } } }]
      : [
          { label: 'busy', event: { type: 'call.dialed' as const, status: 'busy' as const } },
          { label: 'no_answer', event: { type: 'call.dialed' as const, status: 'no-answer' as const } },
          { label: 'failed', event: { type: 'call.dialed' as const, status: 'failed' as const } },
        ]),
  ],
})
