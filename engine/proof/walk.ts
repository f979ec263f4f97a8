import { randomBytes } from 'node:crypto'
import { type CallRecord, PhoneCall, type TurnRequest } from '../phone/call'
import { type Actor, actorOf, type Script, wanderer } from '../phone/script'
import { converse, type ThreadRecord } from '../phone/thread'
import type { Fixtures } from './fixtures'
import type { ProofHouse } from './house'
import type { Ledger } from './ledger'
import { type CallLine, callsOf } from './release'

export interface Walk {
  /** What is walked, for messages. */
  name: string
  flow: string
  number: string
  channel: 'voice' | 'sms'
  /** Followed to the letter; without one the caller finds a way by `seed`. */
  script: Script | undefined
  seed: number
  beforeTurn?: (turn: number, phone: PhoneCall | undefined, request: TurnRequest | undefined) => Promise<void>
}

export interface Parts {
  house: ProofHouse
  fixtures: Fixtures
  ledger: Ledger
}

export const freshSid = (kind: 'CA' | 'SM'): string => kind + randomBytes(16).toString('hex')

/** Walks one conversation to its end by the answers it gets, and looks up what became of it. Gives its session. */
export async function walk(parts: Parts, plan: Walk): Promise<CallLine | undefined> {
  const { ledger, house } = parts
  const actor = plan.script ? actorOf(plan.script) : wanderer(plan.seed)
  const from = plan.script?.from ?? `+1202555${String(1000 + (plan.seed % 9000))}`
  try {
    const record = plan.channel === 'voice' ? await calls(parts, { ...plan, actor, from }) : await texts(parts, { ...plan, actor, from })
    ledger.count(plan.channel === 'voice' ? 'calls_walked_count' : 'text_conversations_walked_count')
    ledger.count('requests_count', record.requests)
    ledger.check(`${plan.name}: the whole script was walked`, actor.left() === 0, `${actor.left()} lines are left`)
  } catch (fault) {
    ledger.check(`${plan.name}: walked to the end`, false, fault instanceof Error ? fault.message : String(fault))
    return undefined
  }
  const session = await ended(parts, plan)
  const { ok } = { ok: session !== undefined }
  if (!ledger.check(`${plan.name}: a session is on record`, ok) || !session) return undefined
  ledger.check(`${plan.name}: answered by its release`, !session.safe, 'the safe flow answered')
  if (plan.script || plan.channel === 'voice') ledger.check(`${plan.name}: the session is over`, session.status === 'ended', session.status)
  if (plan.script?.outcome !== undefined)
    ledger.check(`${plan.name}: ended as "${plan.script.outcome}"`, session.outcome === plan.script.outcome, String(session.outcome))
  ledger.check(`${plan.name}: the carrier refused nothing`, house.peer.refused.length === 0, house.peer.refused.join('; '))
  return session
}

type Acting = Walk & { actor: Actor; from: string }

function calls({ house, fixtures }: Parts, { number, actor, from, beforeTurn }: Acting): Promise<CallRecord> {
  const { wire, webhooks } = house
  const phone: PhoneCall = new PhoneCall({
    ...{ wire, webhooks, actor, from, to: number, sid: freshSid('CA'), like: fixtures.recorded('voice-in-ringing') },
    ...(beforeTurn && { beforeTurn: (turn: number, request: TurnRequest) => beforeTurn(turn, phone, request) }),
  })
  return phone.run()
}

function texts({ house, fixtures }: Parts, { number, actor, from, script, beforeTurn }: Acting): Promise<ThreadRecord> {
  const { wire, webhooks, peer } = house
  let read = peer.texts.length
  const arrived = (): string[] => {
    const fresh = peer.texts.slice(read).filter(({ to }) => to === from)
    read = peer.texts.length
    return fresh.map(({ body }) => body)
  }
  return converse({
    ...{ wire, webhooks, actor, from, to: number, arrived, like: fixtures.recorded('sms-in-us'), sid: () => freshSid('SM') },
    ...(script === undefined && { mostTexts: 12 }),
    ...(beforeTurn && { beforeTurn: (turn: number) => beforeTurn(turn, undefined, undefined) }),
  })
}

/** The latest session of the flow, once it is over or has had time to be. */
async function ended({ house }: Parts, { flow, script }: Walk): Promise<CallLine | undefined> {
  let latest: CallLine | undefined
  for (let tries = 0; tries < 20; tries++) {
    latest = (await callsOf(house.desks, flow))[0]
    if (latest?.status === 'ended' || (latest && !script)) return latest
    await new Promise((resume) => setTimeout(resume, 100))
  }
  return latest
}
