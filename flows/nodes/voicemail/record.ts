import type { Keep } from '../../context'
import type { Effect } from '../../effects'
import type { Turn } from '../../node'
import { dialable } from '../../phone'
import type { Verb } from '../../verbs'
import type { VoicemailSettings } from './settings'

type VoicemailTurn = Turn<VoicemailSettings>

/** The greeting and the recording. */
export function recordVerbs({ settings, session, prompt }: VoicemailTurn): Verb[] {
  if (session.channel === 'sms') return []
  const { greeting, maxSeconds, silenceSeconds, finishOnKey, beep, trim, transcribe } = settings
  return [
    ...(greeting ? [{ verb: 'say' as const, words: prompt(greeting) }] : []),
    { verb: 'record', maxSeconds, silenceSeconds, finishOnKey, beep, trim, transcribe },
  ]
}

/** The way out for a recording. Under a second nobody has said anything. Imported flows also tell whether the caller hung up. */
export function portOf({ settings, event }: VoicemailTurn): string {
  if (event.type !== 'call.recorded') return 'nothing'
  if (settings.split === 'imported' && event.hungUp) return 'hangup'
  return event.seconds < 1 ? 'nothing' : 'recorded'
}

/** Where the recording is and how long, under our names and Twilio's. */
export function keptRecording({ event }: VoicemailTurn): Keep {
  if (event.type !== 'call.recorded') return { result: { seconds: 0 } }
  const { url, sid, seconds, hungUp, fields } = event
  return {
    result: { RecordingUrl: url, RecordingDuration: String(seconds), ...fields, url, ...(sid && { sid }), seconds, hung_up: hungUp },
  }
}

/** A text to whoever looks after the mailbox. Only when there is something to hear, and a number to send it to. */
export function notifyOf({ settings, event, node, prompt, text }: VoicemailTurn): Effect[] {
  const to = settings.notify && dialable(text(settings.notify))
  if (!to || !settings.notice || event.type !== 'call.recorded' || event.seconds < 1) return []
  return [{ effect: 'message', node, waits: false, to, words: prompt(settings.notice) }]
}
