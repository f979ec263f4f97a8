import { randomBytes } from 'node:crypto'
import { Agent, request } from 'undici'
import { signed } from '../engine/phone/signature'
import { formText } from '../engine/phone/wire'

export interface Target {
  /** Where a call begins. */
  voice: string
  /** Where its end is reported; undefined where nobody wants to know. */
  ended: string | undefined
  token: string
  number: string
  like: Readonly<Record<string, string>>
}

export interface Round {
  turns: number
  failed: number
  seconds: number
  /** Milliseconds of each turn. */
  latencies: number[]
}

/** Keys that lead round in a circle: to the wrong-answer menu and back. */
const keys = ['8', '1', '8', '1', '8', '1', '8', '1', '8', '1']

/** Closed-loop callers: each asks again as soon as it was answered, for `seconds`. A turn that was answered wrongly counts as failed. */
export async function callFor(target: Target, { callers, seconds }: { callers: number; seconds: number }): Promise<Round> {
  const agent = new Agent({ connections: callers })
  const round: Round = { turns: 0, failed: 0, seconds: 0, latencies: [] }
  const began = performance.now()
  const until = began + seconds * 1000
  try {
    await Promise.all(
      Array.from({ length: callers }, (_, index) => oneCaller(target, { agent, round, until, from: `+1202556${String(1000 + index)}` })),
    )
  } finally {
    await agent.close()
  }
  round.seconds = (performance.now() - began) / 1000
  return round
}

interface Calling {
  agent: Agent
  round: Round
  until: number
  from: string
}

async function oneCaller(target: Target, calling: Calling): Promise<void> {
  while (performance.now() < calling.until) {
    const fields = {
      ...target.like,
      CallSid: `CA${randomBytes(16).toString('hex')}`,
      From: calling.from,
      Caller: calling.from,
      To: target.number,
      Called: target.number,
    }
    let action = await turn(target, target.voice, fields, calling)
    for (const Digits of keys) {
      if (action === undefined || performance.now() >= calling.until) break
      action = await turn(target, action, { ...fields, CallStatus: 'in-progress', Digits }, calling)
    }
    if (target.ended) await post(target, target.ended, { ...fields, CallStatus: 'completed', CallDuration: '20' }, calling)
  }
}

async function turn(target: Target, url: string, fields: Record<string, string>, calling: Calling): Promise<string | undefined> {
  const began = performance.now()
  const { status, body } = await post(target, url, fields, calling)
  calling.round.latencies.push(performance.now() - began)
  const action = /<Gather[^>]* action="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  if (status === 200 && action !== undefined) calling.round.turns++
  else calling.round.failed++
  return action
}

async function post(
  { token }: Target,
  url: string,
  fields: Record<string, string>,
  { agent }: Calling,
): Promise<{ status: number; body: string }> {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signed(token, url, fields) },
    body: formText(fields),
  })
  return { status: statusCode, body: await body.text() }
}
