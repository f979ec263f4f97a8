import { createHash } from 'node:crypto'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authToken, type Clinic, openClinic, publicUrl } from '../testing/clinic'
import { clinicMenu, menuWords } from '../testing/drawings'
import { callOf, post } from '../testing/twilio'

let clinic: Clinic
beforeAll(async () => {
  clinic = await openClinic()
  await clinic.rings(clinicMenu('voice'), menuWords)
})
afterAll(() => clinic.close())

const voice = `${publicUrl}/twilio/main/voice`
const send = (init: RequestInit, url = voice) => clinic.engine.fetch(new Request(url.replace(publicUrl, 'http://elsewhere.example'), init))

describe('a recording', () => {
  test('is played by its hash, where there is one', async () => {
    const sha256 = 'a'.repeat(64)
    const audio = {
      get: async (key: { organisation: string; sha256: string }) =>
        key.organisation === 'clinic' && key.sha256 === sha256 ? { mediaType: 'audio/wav', bytes: Buffer.from('RIFF') } : undefined,
    }
    const engine = await clinic.another({ audio })
    const played = await engine.fetch(new Request(`${publicUrl}/twilio/main/audio/${sha256}`))
    expect([played.status, played.headers.get('content-type'), await played.text()]).toEqual([200, 'audio/wav', 'RIFF'])
    expect((await engine.fetch(new Request(`${publicUrl}/twilio/main/audio/${'b'.repeat(64)}`))).status).toBe(404)
    expect((await engine.fetch(new Request(`${publicUrl}/twilio/other/audio/${sha256}`))).status).toBe(404)
  })
})

describe('a webhook', () => {
  test('may come by GET, signed over its query', async () => {
    const url = `${voice}?${new URLSearchParams(callOf('CAget'))}`
    const response = await send({ headers: { 'x-twilio-signature': getExpectedTwilioSignature(authToken, url, {}) } }, url)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('For a refill, press 1.')
  })

  test('may be JSON, signed over its URL and the hash of its body', async () => {
    const body = JSON.stringify(callOf('CAjson'))
    const url = `${voice}?bodySHA256=${createHash('sha256').update(body).digest('hex')}`
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': getExpectedTwilioSignature(authToken, url, {}) }
    expect((await send({ method: 'POST', headers, body }, url)).status).toBe(200)
    expect((await send({ method: 'POST', headers, body: body.replace('ringing', 'x').replace('CAjson', 'CAother') }, url)).status).toBe(403)
  })

  test('is refused in a sentence when it is no webhook at all', async () => {
    expect((await send({ method: 'PUT', body: 'x' })).status).toBe(405)
    expect((await send({ method: 'POST', headers: { 'content-type': 'application/pdf' }, body: 'x' })).status).toBe(415)
    expect((await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })).status).toBe(400)
    expect(
      (await send({ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a='.padEnd(300_000, 'x') }))
        .status,
    ).toBe(413)
    expect((await send({ method: 'POST' }, `${publicUrl}/twilio/main/nothing`)).status).toBe(404)
    expect((await send({ method: 'POST' }, `${publicUrl}/twilio/main/constructor`)).status).toBe(404)
    expect((await send({ method: 'POST' }, `${publicUrl}/twilio/stranger/voice`)).status).toBe(403)
    expect((await send({ method: 'POST' }, `${publicUrl}/twilio/%E0%A4%A/voice`)).status).toBe(403)
  })

  test('without CallSid still gets the emergency number', async () => {
    const { status, xml } = await post(clinic.engine, '/twilio/main/voice', { From: '+12025550101' })
    expect(status).toBe(200)
    expect(xml).toContain('dial 9 1 1')
  })

  test('signed with the new token is believed at once after a rotation', async () => {
    const { putAccount } = await import('#drizzle/queries/accounts')
    await clinic.opened.store.write((tx) =>
      putAccount(tx, { organisation: 'clinic', id: 'main', sid: 'AC1', name: 'Main', authTokens: ['new-token', authToken] }),
    )
    expect((await post(clinic.engine, '/twilio/main/voice', callOf('CAnew'), { token: 'new-token' })).status).toBe(200)
    expect((await post(clinic.engine, '/twilio/main/voice', callOf('CAold'))).status).toBe(200)
  })

  test('that asks the fallback is given the current answer when it was never fetched, the safe flow when it could not be read', async () => {
    await post(clinic.engine, '/twilio/main/voice', callOf('CAfall'))
    expect((await post(clinic.engine, '/twilio/main/fallback', callOf('CAfall', { ErrorCode: '11200', ErrorUrl: voice }))).xml).toContain(
      'For a refill, press 1.',
    )
    expect((await post(clinic.engine, '/twilio/main/fallback', callOf('CAfall', { ErrorCode: '12100', ErrorUrl: voice }))).xml).toContain(
      'dial 9 1 1',
    )
  })
})
