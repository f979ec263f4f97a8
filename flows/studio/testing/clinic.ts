import type { StudioFlow, StudioState, StudioTransition } from '../definition'

type Way = Partial<StudioTransition> & { event: string }

export function state(
  name: string,
  type: string,
  { properties = {}, ways }: { properties?: StudioState['properties']; ways: Way[] },
): StudioState {
  return { name, type, properties: { offset: { x: 0, y: 0 }, ...properties }, transitions: ways as StudioTransition[] }
}

export const match = (value: string, next: string, { argument = '{{widgets.main-menu.Digits}}', type = 'equal_to' } = {}): Way => ({
  event: 'match',
  next,
  conditions: [{ friendly_name: 'decoration', arguments: [argument], type, value }],
})

/** A small clinic line with one of every widget that runs here, written for these tests. */
export function clinic(): StudioFlow {
  return {
    description: 'Clinic line',
    initial_state: 'Trigger',
    flags: { allow_concurrent_calls: true },
    states: [
      state('Trigger', 'trigger', {
        ways: [{ event: 'incomingMessage', next: 'ask_by_text' }, { event: 'incomingCall', next: 'welcome' }, { event: 'incomingRequest' }],
      }),
      state('welcome', 'say-play', {
        properties: { say: 'Welcome to the clinic.', voice: 'Polly.Joanna', language: 'en-US', loop: 1 },
        ways: [{ event: 'audioComplete', next: 'main-menu' }],
      }),
      state('main-menu', 'gather-input-on-call', {
        properties: {
          say: 'Press 1 for refills.',
          language: 'en-US',
          number_of_digits: 1,
          timeout: 5,
          stop_gather: true,
          finish_on_key: '#',
          gather_language: 'en',
          profanity_filter: 'true',
          speech_timeout: 'auto',
          loop: 1,
        },
        ways: [{ event: 'keypress', next: 'choose' }, { event: 'speech' }, { event: 'timeout', next: 'main-menu' }],
      }),
      state('choose', 'split-based-on', {
        properties: { input: '{{widgets.main-menu.Digits}}' },
        ways: [{ event: 'noMatch', next: 'voicemail' }, match('1', 'remember'), match('2', 'desk')],
      }),
      state('remember', 'set-variables', {
        properties: {
          variables: [
            { key: 'wanted-thing', value: '{{widgets.main-menu.Digits}}' },
            { key: 'tries', value: '{{flow.variables.tries | plus: 1}}' },
          ],
        },
        ways: [{ event: 'next', next: 'look_up' }],
      }),
      state('look_up', 'make-http-request', {
        properties: {
          method: 'POST',
          url: 'https://ehr.example.org/refills',
          content_type: 'application/json;charset=utf-8',
          body: '{"thing": {{flow.variables.wanted-thing | to_json}}}',
        },
        ways: [{ event: 'success', next: 'run' }, { event: 'failed' }],
      }),
      state('run', 'run-function', {
        properties: {
          url: 'https://clinic-1234.twil.io/refill',
          service_sid: 'ZS1',
          environment_sid: 'ZE1',
          function_sid: 'ZH1',
          parameters: [{ key: 'thing', value: '{{widgets.look_up.parsed.id}}' }],
        },
        ways: [{ event: 'success', next: 'confirm' }, { event: 'fail' }],
      }),
      state('confirm', 'send-message', {
        properties: {
          from: '{{flow.channel.address}}',
          to: '{{contact.channel.address}}',
          body: 'Your refill {{flow.variables.wanted-thing}} is on its way.',
        },
        ways: [{ event: 'sent', next: 'inner' }, { event: 'failed' }],
      }),
      state('inner', 'run-subflow', {
        properties: {
          flow_sid: 'FW00000000000000000000000000000001',
          flow_revision: 'LatestPublished',
          parameters: [{ key: 'thing', value: '{{flow.variables.wanted-thing}}', type: 'string' }],
        },
        ways: [{ event: 'completed', next: 'flex' }, { event: 'failed' }],
      }),
      state('flex', 'send-to-flex', {
        properties: { workflow: 'WW1', channel: 'TC1', attributes: '{"name": "{{trigger.message.Body}}"}' },
        ways: [{ event: 'callComplete' }, { event: 'failedToEnqueue' }, { event: 'callFailure' }],
      }),
      state('desk', 'connect-call-to', {
        properties: { noun: 'number', to: '+12025550177', caller_id: '{{contact.channel.address}}', timeout: 20 },
        ways: [{ event: 'callCompleted' }, { event: 'hangup' }],
      }),
      state('voicemail', 'record-voicemail', {
        properties: { max_length: 60, timeout: 5, play_beep: 'true', transcribe: false },
        ways: [{ event: 'recordingComplete' }, { event: 'noAudio' }, { event: 'hangup' }],
      }),
      state('queue', 'enqueue-call', {
        properties: { queue_name: 'nurses' },
        ways: [{ event: 'callComplete' }, { event: 'failedToEnqueue' }, { event: 'callFailure' }],
      }),
      state('ask_by_text', 'send-and-wait-for-reply', {
        properties: { from: '{{flow.channel.address}}', body: 'What do you need?', timeout: '3600' },
        ways: [{ event: 'incomingMessage', next: 'pay' }, { event: 'timeout' }, { event: 'deliveryFailure' }],
      }),
      state('pay', 'capture-payments', {
        properties: { payment_connector: 'Default' },
        ways: [{ event: 'success', next: 'queue' }, { event: 'hangup' }],
      }),
    ],
  }
}
