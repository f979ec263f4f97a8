import { describe, expect, it } from 'vitest'
import { oneNode } from '../../testing/oneNode'
import { voicemail } from './node'
import { VoicemailSettings } from './settings'

const recording = { type: 'call.recorded' as const, url: 'https://example.org/r.wav', sid: 'RE1', hungUp: false }

describe('a voicemail', () => {
  it('greets and records', () => {
    expect(oneNode('voicemail').last.verbs).toMatchObject([
      { verb: 'say' },
      { verb: 'record', maxSeconds: 120, silenceSeconds: 5, finishOnKey: '#', beep: true, trim: true, transcribe: false },
    ])
  })

  it('records without a greeting where there is none', () => {
    expect(oneNode('voicemail', { without: ['greeting'] }).last.verbs).toMatchObject([{ verb: 'record' }])
  })

  it.each([true, false])('keeps the recording and leaves by recorded (caller hung up: %s)', (hungUp) => {
    const node = oneNode('voicemail')
    node.send({ ...recording, hungUp, seconds: 12, fields: { RecordingUrl: 'https://api.example.org/RE1', Digits: 'hangup' } })
    expect(node.left).toBe('recorded')
    expect(node.result).toEqual({
      RecordingUrl: 'https://api.example.org/RE1',
      RecordingDuration: '12',
      Digits: 'hangup',
      url: 'https://example.org/r.wav',
      sid: 'RE1',
      seconds: 12,
      hung_up: hungUp,
    })
  })

  it('tells the mailbox by text, and only when something was said', () => {
    const node = oneNode('voicemail')
    expect(node.send({ ...recording, seconds: 1 }).effects).toMatchObject([
      { effect: 'message', to: '+12025550123', words: { key: 'voicemail.notice' } },
    ])
    expect(oneNode('voicemail').send({ ...recording, seconds: 0 }).effects).toEqual([])
    expect(oneNode('voicemail', { settings: { notify: '{{ nobody }}' } }).send({ ...recording, seconds: 1 }).effects).toEqual([])
  })

  it('can name the recording in its notice', () => {
    const words = { 'voicemail.notice': '{{ results.it.seconds }} seconds' }
    expect(oneNode('voicemail', { words }).send({ ...recording, seconds: 9 }).effects).toMatchObject([{ words: { text: '9 seconds' } }])
  })

  it.each([{ ...recording, seconds: 0 }, { ...recording, seconds: 0.4, hungUp: true }, { type: 'silence' as const }])(
    'leaves by nothing after %o',
    (event) => {
      const node = oneNode('voicemail')
      node.send(event)
      expect(node.left).toBe('nothing')
    },
  )

  it('records nothing in a text conversation', () => {
    const node = oneNode('voicemail', { channel: 'sms' })
    expect(node.last.verbs).toEqual([])
    expect(node.left).toBe('nothing')
  })

  it('as imported has a way out for callers who hang up', () => {
    const left = (hungUp: boolean, seconds: number) => {
      const node = oneNode('voicemail', { settings: { split: 'imported' } })
      node.send({ ...recording, hungUp, seconds })
      return node.left
    }
    expect([left(true, 5), left(false, 5), left(false, 0)]).toEqual(['hangup', 'recorded', 'nothing'])
  })

  it('that texts nothing, or is too long to be written down, is found by the check', () => {
    const rules = (settings: object) => voicemail.check?.(VoicemailSettings.parse(settings)).map(({ rule }) => rule)
    expect(rules({ notify: '+12025550123' })).toEqual(['voicemail-notice-missing'])
    expect(rules({ transcribe: true, maxSeconds: 121 })).toEqual(['voicemail-too-long-to-transcribe'])
    expect(rules({ transcribe: true, maxSeconds: 120 })).toEqual([])
  })
})
