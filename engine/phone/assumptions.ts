/*
 * What this phone takes for granted about Twilio although no document or recorded request shows it. Everything else it does is
 * documented (voice/twiml, gather, dial, record, messaging). To be confirmed with a live account; nothing else depends on it.
 */

type Fields = Readonly<Record<string, string>>

/** The action request of a Gather also carries these. */
export const gatherEnd: Fields = { msg: 'Gather End' }

/** Nobody speaks faster: how long words take, for the call's own clock. */
export const secondsToSay = (text: string): number => Math.max(1, Math.ceil(text.length / 15))

/** A Dial's action request says how long the callee was on the line; a call nobody took has no duration. */
export function dialed(status: string, callee: string): Fields {
  const spoke = status === 'completed' || status === 'answered'
  return { DialCallStatus: status, DialCallSid: callee, DialBridged: String(spoke), ...(spoke && { DialCallDuration: '12' }) }
}

/** A Record's action request. Without a recording the URL is missing and the duration 0. */
export function recorded(seconds: number, { account, sid }: { account: string; sid: string }): Fields {
  if (seconds === 0) return { RecordingDuration: '0', Digits: '' }
  return {
    RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${account}/Recordings/${sid}`,
    RecordingSid: sid,
    RecordingDuration: String(seconds),
    Digits: '#',
  }
}

/** The report that a recording can be fetched. */
export const recordingReady = (seconds: number, { account, sid }: { account: string; sid: string }): Fields => ({
  RecordingSid: sid,
  RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${account}/Recordings/${sid}`,
  RecordingStatus: 'completed',
  RecordingDuration: String(seconds),
  RecordingChannels: '1',
  RecordingSource: 'RecordVerb',
})

/** The status callback at a call's end. */
export const callEnded = (seconds: number): Fields => ({
  CallStatus: 'completed',
  CallDuration: String(seconds),
  Duration: String(Math.ceil(seconds / 60)),
  CallbackSource: 'call-progress-events',
  SequenceNumber: '0',
})
