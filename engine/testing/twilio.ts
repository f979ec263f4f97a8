import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import type { Engine } from '../exchange/engine'
import { authToken, ours, publicUrl, theirs } from './clinic'

export interface Heard {
  status: number
  xml: string
}

/** Sends a webhook as Twilio does: a signed form to the public address. */
export async function post(
  engine: Engine,
  url: string,
  params: Record<string, string> = {},
  { token = authToken, signature }: { token?: string; signature?: string } = {},
): Promise<Heard> {
  const target = url.startsWith('http') ? url : `${publicUrl}${url}`
  const request = new Request(target.replace(publicUrl, 'http://127.0.0.1:3400'), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': signature ?? getExpectedTwilioSignature(token, target, params),
    },
    body: new URLSearchParams(params).toString(),
  })
  const response = await engine.fetch(request)
  return { status: response.status, xml: await response.text() }
}

export const callOf = (sid: string, fields: Record<string, string> = {}): Record<string, string> => ({
  CallSid: sid,
  AccountSid: `AC${'0'.repeat(32)}`,
  From: theirs,
  To: ours,
  CallStatus: 'in-progress',
  Direction: 'inbound',
  ApiVersion: '2010-04-01',
  ...fields,
})

export const dials = (engine: Engine, sid: string): Promise<Heard> =>
  post(engine, '/twilio/main/voice', callOf(sid, { CallStatus: 'ringing' }))

export const texts = (engine: Engine, sid: string, body: string, fields: Record<string, string> = {}): Promise<Heard> =>
  post(engine, '/twilio/main/message', {
    MessageSid: sid,
    AccountSid: `AC${'0'.repeat(32)}`,
    From: theirs,
    To: ours,
    Body: body,
    NumMedia: '0',
    ...fields,
  })

/** Where a document leads next: the action of its waiting verb, or its redirect. */
export function nextOf(xml: string): string {
  const found = /(?:<(?:Gather|Dial|Record)\b[^>]*\saction="([^"]+)")|<Redirect[^>]*>([^<]+)<\/Redirect>/.exec(xml)
  const url = found?.[1] ?? found?.[2]
  if (!url) throw new Error(`The document leads nowhere: ${xml}`)
  return url.replaceAll('&amp;', '&')
}

/** What is said in a document, in order. */
export const saidIn = (xml: string): string[] => [...xml.matchAll(/<(?:Say|Body)[^>]*>([^<]*)</g)].map(([, text = '']) => text)
