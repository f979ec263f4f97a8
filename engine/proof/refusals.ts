import { NotTwiml, readTwiml } from '../phone/twiml'
import { type Answer, formText } from '../phone/wire'
import { callsOf } from './release'
import { freshSid, type Parts } from './walk'

const ours = '+12025550199'

/** What must be refused, and what must be answered although nothing is set up for it. `flow` is one whose sessions must not change by it. */
export async function proveRefusals({ house, fixtures, ledger }: Parts, flow: string): Promise<void> {
  const { wire, webhooks, retired, token } = house
  const before = JSON.stringify(await callsOf(house.desks, flow))
  const voice = `${wire.url(webhooks)}/voice`
  const ring = (): Record<string, string> => ({ ...fixtures.recorded('voice-in-ringing'), CallSid: freshSid('CA'), To: ours, Called: ours })
  const forbidden = (what: string, { status, body }: Answer): void => {
    ledger.check(`${what} is answered 403`, status === 403 && !looksLikeStack(body), `${status} ${body.slice(0, 80)}`)
    ledger.count('refused_requests_count')
  }
  forbidden('a call without a signature', await wire.post(voice, ring(), { signature: null }))
  forbidden('a call with a forged signature', await wire.post(voice, ring(), { signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' }))
  forbidden('a call signed with a token taken out', await wire.post(voice, ring(), { token: retired }))
  forbidden(
    'a text without a signature',
    await wire.post(`${wire.url(webhooks)}/message`, { ...fixtures.recorded('sms-in-us'), To: ours }, { signature: null }),
  )
  forbidden('a signature of another address', await replayedElsewhere(house.wire.url(webhooks), { ring: ring(), token }))
  const begun = await wire.post(voice, ring())
  const action = /action="([^"]+)"/.exec(begun.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  if (ledger.check('a call is answered with an action', action !== '', begun.body.slice(0, 160))) {
    forbidden('an action of another turn', await wire.post(action.replace(/([?&]t=)\d+/, '$19'), ring()))
    forbidden('an action with another MAC', await wire.post(action.replace(/([?&]m=)./, '$1_'), ring()))
    forbidden('an action of another call', await wire.post(action, { ...ring(), Digits: '1' }))
  }
  const after = (await callsOf(house.desks, flow)).filter(({ id }) => !before.includes(id))
  ledger.check(
    'refused requests began no session',
    after.length === 1,
    `${after.length} sessions instead of the one that was begun rightly`,
  )
}

/** A genuine signature of one address, sent to another. */
async function replayedElsewhere(webhooks: string, { ring, token }: { ring: Record<string, string>; token: string }): Promise<Answer> {
  const { signed } = await import('../phone/signature')
  const response = await fetch(`${webhooks}/voice?x=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signed(token, `${webhooks}/voice`, ring) },
    body: formText(ring),
  })
  return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() }
}

/** Genuine requests nobody expects: each gets a document that can be executed, and garbage a clear status. */
export async function proveOddRequests({ house, fixtures, ledger }: Parts): Promise<void> {
  const { wire, webhooks } = house
  const at = (path: string): string => `${wire.url(webhooks)}/${path}`
  const call = fixtures.recorded('voice-in-ringing')
  const text = fixtures.recorded('sms-in-us')
  const spoken = (what: string, answer: Answer): void => {
    ledger.check(`${what} gets TwiML`, answer.status === 200 && isTwiml(answer.body), `${answer.status} ${answer.body.slice(0, 80)}`)
    ledger.count('odd_requests_count')
  }
  spoken(
    'a call to an unknown number',
    await wire.post(at('voice'), { ...call, CallSid: freshSid('CA'), To: '+12025550111', Called: '+12025550111' }),
  )
  spoken('a text to an unknown number', await wire.post(at('message'), { ...text, MessageSid: freshSid('SM'), To: '+12025550111' }))
  spoken('a call without CallSid', await wire.post(at('voice'), without(call, 'CallSid')))
  spoken('a text without MessageSid', await wire.post(at('message'), { From: text.From ?? '', To: ours, Body: 'hello' }))
  spoken(
    'a call with an unknown media type in it',
    await wire.post(at('message'), {
      ...text,
      MessageSid: freshSid('SM'),
      To: '+12025550111',
      NumMedia: '1',
      MediaUrl0: 'https://example.org/x',
      MediaContentType0: 'application/x-unheard-of',
    }),
  )
  spoken('the fallback', await wire.post(at('fallback'), { ...call, CallSid: freshSid('CA'), ErrorCode: '11200', ErrorUrl: at('voice') }))
  const again = { ...call, CallSid: freshSid('CA'), To: ours, Called: ours }
  const [first, second] = [await wire.post(at('voice'), again), await wire.post(at('voice'), again)]
  ledger.check('the same call again gets the same bytes', first.body === second.body && first.status === 200)
  const late = await wire.post(at('call-status'), { ...call, CallSid: freshSid('CA'), CallStatus: 'completed' })
  ledger.check('a report about an unknown call is noted', late.status === 204, String(late.status))
  for (const [what, type, body, expected] of garbage) {
    const response = await fetch(at('voice'), { method: 'POST', headers: { 'content-type': type }, body })
    const said = await response.text()
    ledger.check(
      `${what} gets a clear status`,
      expected.includes(response.status) && !looksLikeStack(said),
      `${response.status} ${said.slice(0, 80)}`,
    )
    ledger.count('odd_requests_count')
  }
}

const garbage: readonly (readonly [string, string, string, readonly number[]])[] = [
  ['broken JSON', 'application/json', '{"CallSid":', [400, 403]],
  ['an unknown body type', 'application/x-unheard-of', '\u0000\u0001', [415]],
  ['a body of 1 MB', 'application/x-www-form-urlencoded', `a=${'x'.repeat(1_000_000)}`, [413]],
  ['percent signs that encode nothing', 'application/x-www-form-urlencoded', '%%%=%ZZ&&=&=%', [403]],
]

/** Every recorded request, signed anew: documents for calls and texts, 204 for reports. */
export async function proveRecorded({ house, fixtures, ledger }: Parts): Promise<void> {
  const { wire, webhooks } = house
  ledger.check('there are 46 recorded requests', fixtures.webhooks.length === 46, String(fixtures.webhooks.length))
  for (const { id, kind, fields } of fixtures.webhooks) {
    const path = paths[kind] ?? 'message'
    const { status, body } = await wire.post(`${wire.url(webhooks)}/${path}`, fields)
    const right = path.endsWith('-status') ? status === 204 : status === 200 && isTwiml(body)
    ledger.check(`recorded ${id}`, right, `${status} ${body.slice(0, 80)}`)
    ledger.count('recorded_webhooks_count')
  }
}

const paths: Readonly<Record<string, string>> = {
  'voice-incoming': 'voice',
  'outbound-answered-amd': 'voice',
  'gather-action': 'voice',
  'connect-action-conversationrelay': 'voice',
  'call-status': 'call-status',
  'message-status': 'message-status',
}

const looksLikeStack = (text: string): boolean => /\n\s+at |Error:|node_modules/.test(text)
const without = (fields: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name))

function isTwiml(body: string): boolean {
  try {
    readTwiml(body)
    return true
  } catch (fault) {
    if (fault instanceof NotTwiml) return false
    throw fault
  }
}
