import { defineNode } from '../../node'
import { keptRecording, notifyOf, portOf, recordVerbs } from './record'
import { VoicemailSettings } from './settings'
import { words } from './words'

/** Records a message. Whoever hangs up after speaking has left one; the recording counts, not how it ended. */
export const voicemail = defineNode({
  type: 'voicemail',
  family: 'people',
  icon: 'voicemail',
  settings: VoicemailSettings,
  example: {
    settings: {
      greeting: 'voicemail.greeting',
      maxSeconds: 120,
      silenceSeconds: 5,
      finishOnKey: '#',
      beep: true,
      trim: true,
      transcribe: false,
      notify: '+12025550123',
      notice: 'voicemail.notice',
      split: 'by_recording',
    },
    words: {
      'voicemail.greeting':
        'Please leave your name and number after the tone. Press pound when you are done. If this is an emergency, hang up and call 911.',
      'voicemail.notice': 'A new voice message is waiting in the nurse mailbox.',
    },
  },
  words,
  channels: ['voice'],
  ports: ({ split }) => [
    { id: 'recorded', kind: 'then' },
    { id: 'nothing', kind: 'failure' },
    ...(split === 'imported' ? [{ id: 'hangup', kind: 'failure' as const }] : []),
  ],
  prompts: ({ greeting, notice }) => [
    ...(greeting ? [{ key: greeting, field: 'greeting' }] : []),
    ...(notice ? [{ key: notice, field: 'notice' }] : []),
  ],
  templates: ({ notify }) => (notify ? [{ template: notify, field: 'notify' }] : []),
  compile: ({ settings, channels, to, act }) => {
    const left = (port: string) => ({
      guard: act('voicemail.left_by', { port }),
      actions: [act('voicemail.keep'), act('voicemail.notify')],
      ...to(port),
    })
    return {
      entry: [act('voicemail.record')],
      ...(channels.includes('sms') && { always: [{ guard: act('voicemail.by_text'), ...to('nothing') }] }),
      on: {
        'call.recorded': [
          ...(settings.split === 'imported' ? [left('hangup')] : []),
          left('recorded'),
          { actions: [act('voicemail.keep')], ...to('nothing') },
        ],
        silence: [{ actions: [act('voicemail.keep')], ...to('nothing') }],
      },
    }
  },
  acts: { 'voicemail.record': recordVerbs, 'voicemail.notify': notifyOf },
  guards: {
    'voicemail.by_text': ({ session }) => session.channel === 'sms',
    'voicemail.left_by': (turn, { port }) => portOf(turn) === port,
  },
  keeps: { 'voicemail.keep': keptRecording },
  check: ({ notify, notice, transcribe, maxSeconds }) => [
    ...(notify && !notice ? [{ rule: 'voicemail-notice-missing', level: 'must' as const, field: 'notice' }] : []),
    ...(transcribe && maxSeconds > 120
      ? [{ rule: 'voicemail-too-long-to-transcribe', level: 'should' as const, field: 'maxSeconds', values: { seconds: 120 } }]
      : []),
  ],
  rehearse: () => [
    { label: 'recorded', event: { type: 'call.recorded', url: 'https://example.org/recording.wav', seconds: 12, hungUp: false } },
    { label: 'nothing', event: { type: 'call.recorded', url: '', seconds: 0, hungUp: false } },
  ],
})
