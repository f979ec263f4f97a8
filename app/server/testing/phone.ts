import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { accountOfPath, accounts } from '#drizzle/queries/accounts'
import type { House } from './house'
import { publicUrl } from './house'

/** What Twilio would fetch for a call or a text to one of the demo's numbers: the document, as text. */
export async function rings(
  house: House,
  { to, sid, path = 'voice', fields = {} }: { to: string; sid: string; path?: 'voice' | 'message'; fields?: Record<string, string> },
): Promise<string> {
  const { id, token } = await house.wire.store.read(async (tx) => {
    const [account] = await accounts(tx, { organisation: house.organisation })
    const whole = account && (await accountOfPath(tx, { id: account.id }))
    return { id: whole?.id ?? '', token: whole?.tokens[0] ?? '' }
  })
  return send(house, {
    url: `${publicUrl}/twilio/${id}/${path}`,
    token,
    params: { ...(path === 'voice' ? callOf(sid, to) : textOf(sid, to)), ...fields },
  })
}

async function send(
  { engine }: House,
  { url, token, params }: { url: string; token: string; params: Record<string, string> },
): Promise<string> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': getExpectedTwilioSignature(token, url, params),
  }
  const response = await engine.fetch(new Request(url, { method: 'POST', headers, body: new URLSearchParams(params).toString() }))
  return response.text()
}

const caller = '+12025550177'
const callOf = (CallSid: string, To: string) => ({
  CallSid,
  To,
  From: caller,
  AccountSid: `AC${'0'.repeat(32)}`,
  CallStatus: 'ringing',
  Direction: 'inbound',
  ApiVersion: '2010-04-01',
})
const textOf = (MessageSid: string, To: string) => ({
  MessageSid,
  To,
  From: caller,
  AccountSid: `AC${'0'.repeat(32)}`,
  Body: 'hello',
  NumMedia: '0',
})
