import type { Channel } from '#flows/ids'
import { type Answer, twiml } from '../exchange/answer'
import type { Webhook } from '../exchange/request'
import { faultOf } from '../fault'
import type { Line } from '../line'
import type { JournalEntry, NumberBinding } from '../ports'
import { engineVersion } from '../version'
import { safeAnswer, safeFactsOf, safeLinks } from './divert'

/** Calls and texts that nothing is set up for still get the emergency number. */
export async function unknownNumber(
  line: Line,
  { account, began }: Webhook,
  { channel, note }: { channel: Channel; note: string },
): Promise<Answer> {
  await jot(line, { organisation: account.organisation, account: account.id, kind: 'safe', note, began })
  return builtInSafe(line, { account: account.id, channel, binding: undefined })
}

/** The built-in safe flow where there is no session to put it into. Needs no store. */
export function builtInSafe(
  line: Line,
  { account, channel, binding, locale }: { account: string; channel: Channel; binding: NumberBinding | undefined; locale?: string },
): Answer {
  return twiml(safeAnswer(safeFactsOf(line, { binding, channel, locale }), safeLinks(line, { account, locale })))
}

/** A call's answer. Where what was to be said is gone, as it is after an erasure, the safe flow: an empty answer would hang up. */
export function neverSilent(
  line: Line,
  answer: string | undefined,
  { account, binding }: { account: string; binding?: NumberBinding },
): Answer {
  return answer ? twiml(answer) : builtInSafe(line, { account, channel: 'voice', binding })
}

/** A journal line without a session. A store that is away must not keep a caller from the answer. */
export async function jot(
  line: Line,
  {
    organisation,
    account,
    kind,
    note,
    began,
  }: { organisation: string; account: string; kind: JournalEntry['kind']; note: string; began: number },
): Promise<void> {
  try {
    await line.store.note({
      organisation,
      account,
      kind,
      note,
      at: line.clock.now(),
      leg: undefined,
      turn: undefined,
      event: undefined,
      facts: {},
      before: [],
      after: [],
      path: [],
      verbs: [],
      effects: [],
      prompts: [],
      release: undefined,
      engine: engineVersion,
      latencyMs: Math.round(performance.now() - began),
    })
  } catch (outage) {
    line.log.error('A line of the journal could not be written.', {
      account,
      note,
      fault: faultOf(outage),
    })
  }
}
