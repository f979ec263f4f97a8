import type { TransitionJson } from '../../chart'
import { defineNode } from '../../node'
import { isGood, isMine, keepAnswer } from './answer'
import { requestOf } from './request'
import { HttpSettings } from './settings'
import { words } from './words'

/** How long after its own time limit a request is given up, when nobody told the session what became of it. */
const lostAfterMs = 20_000

/** Asks another system and waits for its answer. The engine keeps the caller company when that takes longer than its budget. */
export const http = defineNode({
  type: 'http',
  family: 'system',
  icon: 'globe',
  settings: HttpSettings,
  example: {
    settings: {
      method: 'GET',
      url: 'https://ehr.example.org/appointments?phone={{ caller | url_encode }}',
      headers: [{ key: 'Authorization', value: 'Bearer {{ secret.EHR_TOKEN }}' }],
      send: 'none',
      body: '',
      fields: [],
      timeoutMs: 4000,
      holding: 'http.holding',
      mapping: [],
      mergeParsed: false,
    },
    words: { 'http.holding': 'One moment, please. I am looking that up.' },
  },
  words,
  channels: ['voice', 'sms'],
  ports: () => [
    { id: 'ok', kind: 'then' },
    { id: 'failed', kind: 'failure' },
  ],
  prompts: ({ holding }) => (holding ? [{ key: holding, field: 'holding' }] : []),
  sets: ({ mapping }) => mapping.map(({ variable }) => variable),
  templates: ({ url, headers, send, body, fields }) => [
    { template: url, field: 'url' },
    ...headers.map(({ value }, index) => ({ template: value, field: `headers.${index}.value` })),
    ...(send === 'json' || send === 'raw' ? [{ template: body, field: 'body' }] : []),
    ...(send === 'form' ? fields.map(({ value }, index) => ({ template: value, field: `fields.${index}.value` })) : []),
  ],
  compile: ({ settings, to, act }) => {
    const failed: TransitionJson = { guard: act('http.mine'), actions: [act('http.keep')], ...to('failed') }
    return {
      entry: [act('http.request')],
      on: {
        'effect.done.*': [{ guard: act('http.ok'), actions: [act('http.keep')], ...to('ok') }, failed],
        'effect.failed.*': [failed],
      },
      after: { [String(settings.timeoutMs + lostAfterMs)]: [{ actions: [act('http.keep')], ...to('failed') }] },
    }
  },
  acts: { 'http.request': (turn) => [requestOf(turn)] },
  guards: { 'http.ok': isGood, 'http.mine': isMine },
  keeps: { 'http.keep': keepAnswer },
  rehearse: () => [
    {
      label: 'ok',
      event: { type: 'effect.done.here', result: { status_code: 200, body: '{}', content_type: 'application/json', parsed: {} } },
    },
    { label: 'failed', event: { type: 'effect.failed.here', reason: 'The other system does not answer.' } },
  ],
})
