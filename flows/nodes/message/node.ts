import { defineNode } from '../../node'
import { isMine, isNowhere, leavesAtOnce, outboundOf, sendText, waitMs } from './send'
import { MessageSettings } from './settings'
import { words } from './words'

/** Sends one text. To the other side of a text session it is an answer in the thread; anywhere else it is a message of its own. */
export const message = defineNode({
  type: 'message',
  family: 'speak',
  icon: 'message-square',
  settings: MessageSettings,
  example: {
    settings: { to: 'caller', prompt: 'message.prompt', media: [], contentVariables: [], wait: false },
    words: { 'message.prompt': 'Your refill request has reached the pharmacy. Reply HELP for help.' },
  },
  words,
  channels: ['voice', 'sms'],
  ports: () => [
    { id: 'sent', kind: 'then' },
    { id: 'failed', kind: 'failure' },
  ],
  prompts: ({ prompt }) => [{ key: prompt, field: 'prompt' }],
  templates: ({ number, from, media, contentVariables }) => [
    ...(number ? [{ template: number, field: 'number' }] : []),
    ...(from ? [{ template: from, field: 'from' }] : []),
    ...media.map(({ url }, index) => ({ template: url, field: `media.${index}.url` })),
    ...contentVariables.map(({ value }, index) => ({ template: value, field: `contentVariables.${index}.value` })),
  ],
  compile: ({ settings, to, act }) => ({
    entry: [act('message.send')],
    always: [
      { guard: act('message.nowhere'), actions: [act('message.keep')], ...to('failed') },
      { guard: act('message.leaves'), actions: [act('message.keep')], ...to('sent') },
    ],
    ...(settings.wait && {
      on: {
        'effect.done.*': [{ guard: act('message.mine'), actions: [act('message.keep')], ...to('sent') }],
        'effect.failed.*': [{ guard: act('message.mine'), actions: [act('message.keep')], ...to('failed') }],
      },
      after: { [String(waitMs)]: [{ actions: [act('message.keep')], ...to('failed') }] },
    }),
  }),
  acts: { 'message.send': sendText },
  guards: { 'message.nowhere': isNowhere, 'message.leaves': leavesAtOnce, 'message.mine': isMine },
  keeps: { 'message.keep': (turn) => ({ result: { outbound: outboundOf(turn) } }) },
  check: ({ to, number }) => (to === 'number' && !number ? [{ rule: 'message-number-missing', level: 'must', field: 'number' }] : []),
  rehearse: ({ wait }) =>
    wait
      ? [
          { label: 'sent', event: { type: 'effect.done.here', result: { status: 'accepted' } } },
          { label: 'failed', event: { type: 'effect.failed.here', reason: 'The carrier refused the text.' } },
        ]
      : [],
})
