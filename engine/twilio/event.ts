import { z } from 'zod'
import type { FlowEvent, FlowEventOf } from '#flows/events'

/** A webhook's fields as text. Twilio may send others and leave any out: nothing but the SIDs can be relied on. */
export type Params = Readonly<Record<string, string>>

const DialStatus = z.enum(['completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled'])

/** Fields that are credentials rather than facts; they are not remembered. */
const unkept = new Set(['CallToken', 'StirPassportToken'])
export const fieldsOf = (params: Params): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !unkept.has(name)))

/** A gather's action request: keys, speech, or silence when neither came (docs: gather, actionOnEmptyResult). */
export function heardEvent(params: Params, at: string): FlowEventOf<'heard'> | FlowEventOf<'silence'> {
  const { Digits: digits, SpeechResult: speech } = params
  const fields = fieldsOf(params)
  if (digits) return { type: 'heard', at, digits, fields }
  if (!speech) return { type: 'silence', at, fields }
  const confidence = numberOf(params.Confidence)
  return { type: 'heard', at, speech, ...(confidence !== undefined && { confidence }), fields }
}

/** A dial's action request (docs: dial). A status Twilio may add later counts as failed, so that the caller goes on. */
export function dialedEvent(params: Params, at: string): FlowEventOf<'call.dialed'> {
  const status = DialStatus.safeParse(params.DialCallStatus).data ?? 'failed'
  const seconds = numberOf(params.DialCallDuration)
  const bridged = params.DialBridged === undefined ? {} : { bridged: params.DialBridged === 'true' }
  return { type: 'call.dialed', at, status, ...bridged, ...(seconds !== undefined && { seconds }), fields: fieldsOf(params) }
}

/** A record's action request (docs: record). Without a recording its url is empty and its length 0. */
export function recordedEvent(params: Params, at: string): FlowEventOf<'call.recorded'> {
  const { RecordingUrl: url = '', RecordingSid: sid } = params
  const seconds = url === '' ? 0 : (numberOf(params.RecordingDuration) ?? 0)
  return { type: 'call.recorded', at, url, ...(sid && { sid }), seconds, hungUp: params.Digits === 'hangup', fields: fieldsOf(params) }
}

export const resumedEvent = (params: Params, at: string): FlowEvent => ({ type: 'call.resumed', at, fields: fieldsOf(params) })

export function endedEvent(params: Params, at: string): FlowEventOf<'call.ended'> {
  const seconds = numberOf(params.CallDuration)
  return {
    type: 'call.ended',
    at,
    status: params.CallStatus ?? 'completed',
    ...(seconds !== undefined && { seconds }),
    fields: fieldsOf(params),
  }
}

/** A text in. The body may be missing when media came (docs: messaging). */
export function receivedEvent(params: Params, at: string): FlowEventOf<'message.received'> {
  return {
    type: 'message.received',
    at,
    body: params.Body ?? '',
    media: mediaOf(params),
    sid: messageSidOf(params) ?? '',
    fields: fieldsOf(params),
  }
}

export function deliveryEvent(params: Params, at: string): FlowEventOf<'message.delivery'> {
  const { ErrorCode: errorCode } = params
  const status = params.MessageStatus ?? params.SmsStatus ?? 'unknown'
  return {
    type: 'message.delivery',
    at,
    sid: messageSidOf(params) ?? '',
    status,
    ...(errorCode && { errorCode }),
    fields: fieldsOf(params),
  }
}

export function transcribedEvent(params: Params, at: string): FlowEventOf<'transcription.ready'> {
  return {
    type: 'transcription.ready',
    at,
    text: params.TranscriptionText ?? '',
    recording: params.RecordingSid ?? params.RecordingUrl ?? '',
    fields: fieldsOf(params),
  }
}

export const messageSidOf = (params: Params): string | undefined => params.MessageSid || params.SmsSid || params.SmsMessageSid || undefined

/** Who rang or wrote: a number where possible, or what Twilio says of a withheld one. Never empty. */
export const theirsOf = (params: Params): string => params.From || params.Caller || 'anonymous'
export const oursOf = (params: Params): string => params.To || params.Called || ''

export function mediaOf(params: Params): string[] {
  const count = Math.min(numberOf(params.NumMedia) ?? 0, 10)
  return Array.from({ length: count }, (_, index) => params[`MediaUrl${index}`] ?? '').filter((url) => url !== '')
}

function numberOf(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}
