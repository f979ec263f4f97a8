import type { MessageEffect } from '#flows/effects'
import type { FlowEvent } from '#flows/events'
import type { Json } from '#flows/json'
import { isoNow, type Line } from '../line'
import type { OutboxRow, SessionRow, TelephonyAccount } from '../ports'
import { alertLeg } from '../session/alarm'
import { textsOf } from '../session/tell'
import { optedOut } from '../twilio/codes'
import { TelephonyFault } from '../twilio/rest'
import type { Done, Outcome } from './outcome'

interface Texting {
  row: OutboxRow
  session: SessionRow
  account: TelephonyAccount
}

/** Sends a text a node asked for. Never to somebody who opted out. */
export async function sendMessage(line: Line, effect: MessageEffect, { row, session, account }: Texting): Promise<Outcome> {
  const from = effect.from ?? session.ours
  const failed = (reason: string, status = 'failed'): Done => ({ event: failure(line, effect, { reason, status }), note: reason })
  if (await line.store.suppressed({ organisation: session.organisation, ours: from, theirs: effect.to }))
    return failed('The person has opted out of texts.')
  const template = effect.contentSid ? { sid: effect.contentSid, variables: effect.contentVariables ?? {} } : undefined
  const texts = template ? [{ body: '', media: [] }] : textsOf({ words: effect.words, ...(effect.media && { media: effect.media }) })
  return attempted(line, { row, ours: from, theirs: effect.to, failed }, async () => {
    let last: { sid: string; status: string } | undefined
    for (const text of texts) {
      const { sid, status } = await line.telephony.createMessage({
        account,
        to: effect.to,
        from,
        ...text,
        ...(template && { template }),
        statusCallback: deliveryUrl(line, session),
      })
      last = { sid, status }
    }
    const result: Json = last ? { ...last } : { status: 'empty' }
    return { event: { type: `effect.done.${effect.node}`, at: isoNow(line), result } }
  })
}

/** Sends a text of the session's own thread that no request could carry, or an alert to a person of the house. */
export async function sendText(
  line: Line,
  work: Extract<OutboxRow['work'], { kind: 'text' }>,
  { row, session, account }: Texting,
): Promise<Outcome> {
  const { to, from, body, media, alert = false } = work
  const failed = (reason: string, errorCode?: string): Done =>
    alert ? unalerted(line, { session, reason }) : { event: undelivered(line, errorCode), note: reason }
  if (await line.store.suppressed({ organisation: session.organisation, ours: from, theirs: to }))
    return failed('The person has opted out of texts.', String(optedOut))
  return attempted(line, { row, ours: from, theirs: to, failed }, async () => {
    const statusCallback = deliveryUrl(line, session, alert ? alertLeg : undefined)
    await line.telephony.createMessage({ account, to, from, body, media, statusCallback })
    return { event: undefined, note: alert ? 'the alert to a person was sent' : 'text sent' }
  })
}

const undelivered = (line: Line, errorCode: string | undefined): FlowEvent => ({
  ...{ type: 'message.delivery', at: isoNow(line), sid: '', status: 'failed' },
  ...(errorCode && { errorCode }),
})

/** The flow hears nothing of it, but whoever runs the line does. */
function unalerted(line: Line, { session, reason }: { session: SessionRow; reason: string }): Done {
  line.log.error('A person could not be told of an emergency.', { session: session.id })
  return { event: undefined, note: `the alert to a person could not be sent: ${reason}` }
}

interface Attempt {
  row: OutboxRow
  ours: string
  theirs: string
  failed(reason: string, code?: string): Done
}

/** Sorts what Twilio refused: for good, for now, or because the person opted out where we did not know it yet. */
async function attempted(line: Line, { ours, theirs, failed }: Attempt, send: () => Promise<Done>): Promise<Outcome> {
  try {
    return await send()
  } catch (fault) {
    if (!(fault instanceof TelephonyFault)) throw fault
    if (fault.again) return { again: fault.message, otherwise: () => failed(fault.message) }
    const done = failed(fault.message, fault.code === undefined ? undefined : String(fault.code))
    return fault.code === optedOut ? { ...done, consent: { address: theirs, ours, change: 'stop', at: line.clock.now() } } : done
  }
}

/** A rung that cannot be reached is a rung missed, so that the ladder goes on at once. */
function failure(line: Line, { node, rung }: MessageEffect, { reason, status }: { reason: string; status: string }): FlowEvent {
  const at = isoNow(line)
  return rung === undefined ? { type: `effect.failed.${node}`, at, reason } : { type: 'rung.missed', at, node, rung, status }
}

const deliveryUrl = ({ urls }: Line, { account, id: session }: SessionRow, leg = 'thread'): string =>
  urls.action({ account, session, leg, turn: 0, kind: 'notice' }, 'message-status')
