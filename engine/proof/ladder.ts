import { z } from 'zod'
import { PhoneCall } from '../phone/call'
import type { PlacedCall } from '../phone/peer'
import { actorOf } from '../phone/script'
import { callsOf } from './release'
import { freshSid, type Parts } from './walk'

const number = '+12025550196'
const Flows = z.array(z.object({ id: z.string(), name: z.string() }))

/**
 * A call in which the product itself rings people: the first does not answer, the second presses 1, and the caller, who was held, is
 * led to them over the REST API. Runs the sample every new installation has. Gives its session.
 */
export async function proveLadder(parts: Parts): Promise<string[]> {
  const { house, ledger, fixtures } = parts
  const { desks, account, wire, webhooks, hooks } = house
  const flow = (await desks.operator.query('flows.list', null, Flows)).find(({ name }) => name === 'On-call line')?.id
  if (!ledger.check('the on-call sample is there', flow !== undefined) || flow === undefined) return []
  await desks.releases.mutate(
    'numbers.add',
    { number, channel: 'voice', flow, alias: 'live', account, emergencyNumber: '911' },
    z.unknown(),
  )
  const sid = freshSid('CA')
  const actor = actorOf({ channel: 'voice', lines: [{ heard: 'press 1', press: '1' }] })
  const caller = new PhoneCall({
    wire,
    webhooks,
    sid,
    actor,
    from: '+12025550107',
    to: number,
    like: fixtures.recorded('voice-in-ringing'),
  })
  const rung: PlacedCall[] = []
  const callees: Promise<unknown>[] = []
  hooks.called = (call) => {
    rung.push(call)
    callees.push(rung.length === 1 ? unanswered(parts, call) : accepted(parts, call))
  }
  hooks.redirected = (of, url) => {
    if (of === sid) caller.redirect(url)
  }
  try {
    const { transcript } = await caller.run()
    await Promise.all(callees)
    ledger.check('two people were rung', rung.length === 2, `${rung.length} were`)
    ledger.check(
      'the caller was connected',
      transcript.some((line) => line.startsWith('[connected to')),
      transcript.slice(-4).join(' | '),
    )
  } catch (fault) {
    ledger.check('the ladder was walked to the end', false, fault instanceof Error ? fault.message : String(fault))
  }
  ledger.count('outgoing_calls_count', rung.length)
  const [session] = await callsOf(desks, flow)
  ledger.check('the ladder ended as answered', session?.outcome === 'answered', String(session?.outcome))
  return session ? [session.id] : []
}

const report = ({ house }: Parts, { sid, to, from, statusCallback }: PlacedCall, status: string): Promise<unknown> =>
  statusCallback === undefined
    ? Promise.resolve()
    : house.wire.post(statusCallback, {
        CallSid: sid,
        To: to,
        From: from,
        CallStatus: status,
        Direction: 'outbound-api',
        CallDuration: '0',
      })

const unanswered = (parts: Parts, call: PlacedCall): Promise<unknown> => report(parts, call, 'no-answer')

async function accepted(parts: Parts, call: PlacedCall): Promise<void> {
  const { wire, webhooks } = parts.house
  const actor = actorOf({ channel: 'voice', lines: [{ press: '1' }] })
  const { sid, from, to, url } = call
  await new PhoneCall({ wire, webhooks, sid, from, to, actor, like: {}, direction: 'outbound-api' }).run(url)
  await report(parts, call, 'completed')
}
