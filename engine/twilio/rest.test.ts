import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTelephony, TelephonyFault } from './rest'

const account = { organisation: 'clinic', id: 'main', sid: 'AC1', authTokens: ['first', 'second'] }
let server: Server
let base = ''
let asked: { path: string; authorization: string; form: [string, string][] }[] = []
let answer: { status: number; body: string } = { status: 201, body: '{"sid":"CA1","status":"queued"}' }

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    asked.push({
      path: `${request.method} ${request.url}`,
      authorization: request.headers.authorization ?? '',
      form: [...new URLSearchParams(body)],
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

test('a call is created with the first token, and gives its SID', async () => {
  asked = []
  const call = { account, to: '+1', from: '+2', url: 'https://h/script', statusCallback: 'https://h/status', ringSeconds: 30 }
  expect(await createTelephony({ base }).createCall(call)).toEqual({ sid: 'CA1' })
  expect(asked[0]?.path).toBe('POST /2010-04-01/Accounts/AC1/Calls.json')
  expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('AC1:first').toString('base64')}`)
  expect(Object.fromEntries(asked[0]?.form ?? [])).toMatchObject({
    To: '+1',
    From: '+2',
    Url: 'https://h/script',
    Timeout: '30',
    StatusCallback: 'https://h/status',
  })
})

test('a text goes out from a number or a messaging service, with every picture, or as a content template', async () => {
  asked = []
  const text = { account, to: '+1', from: '+2', body: 'Hi', media: ['https://h/a', 'https://h/b'], statusCallback: 'https://h/s' }
  const telephony = createTelephony({ base })
  await telephony.createMessage(text)
  await telephony.createMessage({ ...text, from: 'MG1', template: { sid: 'HX1', variables: { 1: 'Ann' } } })
  expect(asked[0]?.form.filter(([name]) => name === 'MediaUrl')).toHaveLength(2)
  expect(Object.fromEntries(asked[1]?.form ?? [])).toEqual({
    To: '+1',
    MessagingServiceSid: 'MG1',
    ContentSid: 'HX1',
    ContentVariables: '{"1":"Ann"}',
    StatusCallback: 'https://h/s',
  })
})

test.each([
  { status: 429, body: '{"code":20429,"message":"Too many requests"}', again: true, code: 20429 },
  { status: 503, body: 'busy', again: true, code: undefined },
  { status: 400, body: '{"code":21610,"message":"unsubscribed"}', again: false, code: 21610 },
  { status: 201, body: 'not json', again: false, code: undefined },
])('a refusal says whether trying again can help: $status $code', async ({ status, body, again, code }) => {
  answer = { status, body }
  const refused = createTelephony({ base }).endCall({ account, sid: 'CA1' })
  await expect(refused).rejects.toBeInstanceOf(TelephonyFault)
  await expect(refused).rejects.toMatchObject({ again, code })
})

test('nobody there is a reason to try again', async () => {
  await expect(
    createTelephony({ base: 'http://127.0.0.1:1' }).redirectCall({ account, sid: 'CA1', url: 'https://h' }),
  ).rejects.toMatchObject({ again: true })
})
