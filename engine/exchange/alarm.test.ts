import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, openClinic, ours, theirs } from '../testing/clinic'
import { clinicMenu, menuWords } from '../testing/drawings'
import { callOf, dials, nextOf, post, saidIn, texts } from '../testing/twilio'
import { TelephonyFault } from '../twilio/rest'

let clinic: Clinic
beforeEach(async () => {
  clinic = await openClinic()
})
afterEach(() => clinic.close())

const human = '+12025550123'
const told = (contact: 'call' | 'conversation', what = 'Emergency words') => ({
  to: human,
  from: ours,
  body: `${what} in a ${contact} on line ${ours} at 2026-03-02 15:00 UTC. Open the ${contact} in Callwright.`,
})
const says = (sid: string, SpeechResult: string, xml: string) =>
  post(clinic.engine, nextOf(xml), callOf(sid, { SpeechResult, Confidence: '0.9' }))
const alerts = () => {
  clinic.engine.start()
  return expect.poll(() => clinic.carrier.texts.filter(({ to }) => to === human))
}
/** Longer than the outbox waits before it looks again. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 400))
const notesOf = async (sid: string) => {
  const held = await clinic.lines.sessionBySid('clinic', sid)
  return (await clinic.lines.journal('clinic', held?.session.id ?? '')).map(({ note }) => note ?? '')
}
const withOwnWay = {
  ...clinicMenu('voice'),
  universal: { emergency: { key: '9', words: { 'en-US': ['help me'] }, target: 'later' } },
}

describe('emergency words', () => {
  test('in a call alert a person once, and the caller hears the number to dial first', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords)
    const { xml } = await dials(clinic.engine, 'CA1')
    const second = await says('CA1', 'I have chest pain', xml)
    expect(saidIn(second.xml)[0]).toBe('If this is an emergency, hang up and dial 9 1 1.')
    await says('CA1', 'please, chest pain', second.xml)
    await alerts().toEqual([told('call')])
    await aWhile()
    expect(clinic.carrier.texts).toHaveLength(1)
    await expect.poll(() => notesOf('CA1')).toContain('the alert to a person was sent')
    await dials(clinic.engine, 'CA2').then(({ xml: other }) => says('CA2', 'overdose', other))
    await alerts().toHaveLength(2)
  })

  test('that the flow has a way for alert a person too, and so does its key', async () => {
    await clinic.rings(withOwnWay, menuWords)
    const said = await dials(clinic.engine, 'CA1')
    expect(saidIn((await says('CA1', 'help me', said.xml)).xml)).toEqual(['A nurse will call you.'])
    await alerts().toEqual([told('call')])
    const pressed = await dials(clinic.engine, 'CA2')
    await post(clinic.engine, nextOf(pressed.xml), callOf('CA2', { Digits: '9' }))
    await alerts().toEqual([told('call'), told('call', 'Emergency key pressed')])
  })

  test('in a first text, and in a later one, alert a person', async () => {
    await clinic.rings(clinicMenu('sms'), menuWords)
    expect(saidIn((await texts(clinic.engine, 'SM1', 'my mother is unconscious')).xml)[0]).toBe('In an emergency, call 911.')
    await alerts().toEqual([told('conversation')])
    await texts(clinic.engine, 'SM2', '1')
    await texts(clinic.engine, 'SM3', 'hi')
    await texts(clinic.engine, 'SM4', 'I want to die')
    await alerts().toHaveLength(2)
  })

  test('alert a person where only the safe flow answers', async () => {
    await clinic.rings(clinicMenu('sms'), menuWords, { signed: [] })
    await texts(clinic.engine, 'SM1', 'no puedo respirar')
    await alerts().toEqual([told('conversation')])
  })

  test('of somebody who opted out are not answered but alert a person, who finds the text', async () => {
    await clinic.rings(clinicMenu('sms'), menuWords)
    await texts(clinic.engine, 'SM1', 'STOP')
    for (const sid of ['SM2', 'SM2']) expect(saidIn((await texts(clinic.engine, sid, 'heart attack')).xml)).toEqual([])
    await alerts().toEqual([told('conversation')])
    await aWhile()
    expect(clinic.carrier.texts).toHaveLength(1)
  })

  test('in a voicemail alert a person when its transcript comes', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords)
    const { xml } = await dials(clinic.engine, 'CA1')
    await post(clinic.engine, nextOf(xml), callOf('CA1', { Digits: '1' }))
    await post(clinic.engine, '/twilio/main/transcription', callOf('CA1', { TranscriptionText: 'I passed out', TranscriptionSid: 'TR1' }))
    await alerts().toEqual([told('call')])
  })
})

describe('an alert', () => {
  const alarms = async () => {
    const { xml } = await dials(clinic.engine, 'CA1')
    await says('CA1', 'I have chest pain', xml)
  }

  test('says nothing of the patient', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords)
    await alarms()
    await alerts().toHaveLength(1)
    const [{ body } = { body: '' }] = clinic.carrier.texts
    expect(body).not.toContain(theirs)
    expect(body).not.toMatch(/chest|pain/)
  })

  test('that the carrier refuses is told to whoever runs the line, and the flow hears nothing of it', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords)
    clinic.carrier.refuses(new TelephonyFault('not a mobile number', { code: 21614, again: false }))
    await alarms()
    clinic.engine.start()
    await expect.poll(() => notesOf('CA1')).toContain('the alert to a person could not be sent: not a mobile number')
    expect(clinic.complaints.join()).toContain('A person could not be told of an emergency.')
    const held = await clinic.lines.sessionBySid('clinic', 'CA1')
    expect(held?.session.status).toBe('open')
  })

  test('that does not arrive is told to whoever runs the line', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords)
    await alarms()
    await alerts().toHaveLength(1)
    const [url = ''] = clinic.carrier.statusCallbacks
    await post(clinic.engine, url, { MessageSid: 'SMout1', MessageStatus: 'undelivered', ErrorCode: '30006', To: human, From: ours })
    expect(clinic.complaints.join()).toContain('The alert of an emergency did not arrive.')
    expect(await notesOf('CA1')).toContain('the alert to a person: undelivered')
  })

  test('that has nobody to go to is told to whoever runs the line', async () => {
    await clinic.rings(clinicMenu('voice'), menuWords, { humanNumber: null })
    await alarms()
    expect(clinic.complaints.join()).toContain('the number has no human number')
    expect((await notesOf('CA1')).at(-1)).toContain('emergency; nobody was told')
  })
})
