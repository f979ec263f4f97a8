import type { FlowEvent } from '#flows/events'
import { type Answer, noted } from '../exchange/answer'
import type { Webhook } from '../exchange/request'
import { type Held, isoNow, type Line } from '../line'
import type { LegRow } from '../ports'
import { isLater, isOver, optedOut } from '../twilio/codes'
import { deliveryEvent, endedEvent, messageSidOf, type Params, transcribedEvent } from '../twilio/event'
import { alertLeg } from './alarm'
import type { Cause } from './cause'
import { awaitsReport } from './document'
import { leftAlone } from './room'
import { type SessionRef, take } from './take'

/** How long a call's end waits for the report of its recording or dial, which Twilio may deliver after it. */
const reportMs = 10_000
/** Delivery reports that say nothing final. */
const onTheWay = new Set(['accepted', 'scheduled', 'queued', 'sending', 'sent'])

/** How a call stands. Only its end changes anything, once, whatever order reports arrive in. */
export async function noteCallStatus(line: Line, webhook: Webhook): Promise<Answer> {
  const { params, action, began } = webhook
  const { CallSid: sid, CallStatus: status = '' } = params
  const ref = await refOf(line, webhook)
  if (!ref || !isOver(status)) return noted
  await take(line, ref, (held) => {
    const leg = held.legs.find((each) => (action ? each.id === action.leg : each.sid === sid))
    if (!leg || !isLater(status, leg.status)) return { answer: undefined }
    return {
      cause: {
        ...endOf(line, { held, leg, params, status }),
        change: (each) => (each.id === leg.id ? { ...each, status } : each),
        inbox: `status:${leg.sid}:${status}`,
        began,
      },
    }
  })
  return noted
}

interface Ending {
  held: Held
  leg: LegRow
  params: Params
  status: string
}

function endOf(line: Line, { held, leg, params, status }: Ending): Pick<Cause, 'kind' | 'event' | 'note' | 'start'> {
  const at = isoNow(line)
  if (leg.role === 'callee') {
    const event: FlowEvent | undefined =
      leg.rung === undefined || leg.node === undefined ? undefined : { type: 'rung.missed', at, node: leg.node, rung: leg.rung, status }
    return event ? { kind: 'notice', event } : { kind: 'notice', event, note: `a person's call ended: ${status}`, ...leftAlone(held, leg) }
  }
  if (held.session.status === 'open' && awaitsReport(leg.current)) {
    return {
      kind: 'notice',
      event: undefined,
      note: `the call ended: ${status}; its report is awaited`,
      start: [{ id: 'call.ended', inMs: reportMs, event: 'call.ended' }],
    }
  }
  return { kind: 'notice', event: endedEvent(params, at) }
}

/** Whether a text arrived. A refusal because of an opt-out is learned from. */
export async function noteMessageStatus(line: Line, webhook: Webhook): Promise<Answer> {
  const { params, action, began } = webhook
  const sid = messageSidOf(params) ?? ''
  const event = deliveryEvent(params, isoNow(line))
  if (!action || !('status' in event) || onTheWay.has(event.status)) return noted
  const alert = action.leg === alertLeg
  if (alert && event.status !== 'delivered')
    line.log.error('The alert of an emergency did not arrive.', { session: action.session, code: event.errorCode })
  await take(line, { organisation: webhook.account.organisation, session: action.session }, ({ session }) => {
    const stopped = params.ErrorCode === String(optedOut)
    const consent: Cause['consent'] = stopped
      ? { address: params.To ?? session.theirs, ours: session.ours, change: 'stop', at: line.clock.now() }
      : undefined
    const what = alert ? { event: undefined, note: `the alert to a person: ${event.status}` } : { event }
    return { cause: { kind: 'notice', ...what, inbox: `delivery:${sid}:${event.status}`, began, ...(consent && { consent }) } }
  })
  return noted
}

/** A recording is ready, or was not made: a fact of the journal, nothing the flow waits for. */
export async function noteRecording(line: Line, webhook: Webhook): Promise<Answer> {
  const { params, began } = webhook
  const { RecordingSid: recording = '', RecordingStatus: status = 'completed' } = params
  const ref = await refOf(line, webhook)
  if (ref)
    await take(line, ref, () => ({
      cause: {
        kind: 'notice',
        event: undefined,
        inbox: `recording:${recording}:${status}`,
        began,
        note: `recording ${recording} ${status}`,
      },
    }))
  return noted
}

export async function noteTranscription(line: Line, webhook: Webhook): Promise<Answer> {
  const { params, began } = webhook
  const ref = await refOf(line, webhook)
  const event = transcribedEvent(params, isoNow(line))
  if (ref)
    await take(line, ref, () => ({
      cause: { kind: 'notice', event, inbox: `transcription:${params.TranscriptionSid ?? params.RecordingSid ?? ''}`, began },
    }))
  return noted
}

/** The session a notice is about: by our own URL, or by its call's SID for what is set up at the number. */
async function refOf(line: Line, { account, params, action }: Webhook): Promise<SessionRef | undefined> {
  const { organisation } = account
  if (action) return { organisation, session: action.session }
  const found = params.CallSid ? await line.store.sessionBySid(organisation, params.CallSid) : undefined
  return found && { organisation, session: found.session.id }
}
