import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, openClinic } from '../testing/clinic'
import { flow, node } from '../testing/drawings'
import { callOf, dials, nextOf, post, saidIn } from '../testing/twilio'

const settings = {
  greeting: 'box.greeting',
  maxSeconds: 60,
  silenceSeconds: 5,
  finishOnKey: '#',
  beep: true,
  trim: true,
  transcribe: true,
  split: 'by_recording',
}
const voicemail = flow({
  start: node('start', { by: ['call'] }, { call: 'box' }),
  box: node('voicemail', settings, { recorded: 'left', nothing: 'empty' }),
  left: node('end', { prompt: 'left.prompt', outcome: 'left' }),
  empty: node('end', { prompt: 'empty.prompt', outcome: 'empty' }),
})
const words = { 'box.greeting': 'Speak after the tone.', 'left.prompt': 'Thank you.', 'empty.prompt': 'Goodbye.' }

let clinic: Clinic
beforeEach(async () => {
  clinic = await openClinic()
  await clinic.rings(voicemail, words)
})
afterEach(() => clinic.close())

const recording = { RecordingUrl: 'https://api.twilio.com/RE1', RecordingSid: 'RE1', RecordingDuration: '9', Digits: 'hangup' }
const ends = () => post(clinic.engine, '/twilio/main/call-status', callOf('CA1', { CallStatus: 'completed', CallDuration: '20' }))
const outcome = async () => (await clinic.lines.sessionBySid('clinic', 'CA1'))?.session.outcome
async function until(good: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100 && !(await good()); tries++) await new Promise((resolve) => setTimeout(resolve, 25))
}

describe('a voicemail', () => {
  test('counts when the caller hangs up, although the end of the call is reported first', async () => {
    const { xml } = await dials(clinic.engine, 'CA1')
    expect((await ends()).status).toBe(204)
    const after = await post(clinic.engine, nextOf(xml), callOf('CA1', { ...recording, CallStatus: 'completed' }))
    expect(saidIn(after.xml)).toEqual(['Thank you.'])
    expect(await outcome()).toBe('left')
  })

  test('that never reports ends with the call a little later', async () => {
    clinic.engine.start()
    await dials(clinic.engine, 'CA1')
    await ends()
    clinic.clock.passes(11)
    await until(async () => (await clinic.lines.sessionBySid('clinic', 'CA1'))?.session.status === 'ended')
    expect(await outcome()).not.toBe('left')
    expect((await clinic.lines.sessionBySid('clinic', 'CA1'))?.session.status).toBe('ended')
  })

  test('has its recording and transcription journaled once, whenever they come', async () => {
    const { xml } = await dials(clinic.engine, 'CA1')
    await post(clinic.engine, nextOf(xml), callOf('CA1', recording))
    const notices = [...xml.matchAll(/(?:recordingStatusCallback|transcribeCallback)="([^"]+)"/g)].map(([, url = '']) =>
      url.replaceAll('&amp;', '&'),
    )
    expect(notices).toHaveLength(2)
    for (const url of [...notices, ...notices]) {
      const fields = { ...recording, RecordingStatus: 'completed', TranscriptionSid: 'TR1', TranscriptionText: 'call me back' }
      expect((await post(clinic.engine, url, callOf('CA1', fields))).status).toBe(204)
    }
    const held = await clinic.lines.sessionBySid('clinic', 'CA1')
    const entries = await clinic.lines.journal('clinic', held?.session.id ?? '')
    expect(entries.map(({ event, note }) => note ?? event?.type)).toEqual([
      'session.started',
      'call.recorded',
      'recording RE1 completed',
      'transcription.ready',
    ])
  })
})
