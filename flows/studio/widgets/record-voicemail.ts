import type { Carry } from './carry'

/** Record Voicemail → voicemail. Twilio transcribes recordings of at most 120 seconds. */
export const recordVoicemail: Carry = (reading) => {
  const transcribe = reading.yes('transcribe') ?? false
  reading.leaves('transcription_callback_url', 'recording_status_callback_url', 'transcribeCallbackMethod')
  return {
    type: 'voicemail',
    settings: {
      maxSeconds: reading.number('max_length', { min: 1, max: 14_400 }) ?? (transcribe ? 120 : 3600),
      silenceSeconds: reading.number('timeout', { min: 0, max: 60 }) ?? 5,
      finishOnKey: reading.raw('finish_on_key') ?? '',
      beep: reading.yes('play_beep') ?? true,
      trim: reading.raw('trim') !== 'do-not-trim',
      transcribe,
      split: 'imported',
    },
    follows: { recorded: 'recordingComplete', nothing: 'noAudio', hangup: 'hangup' },
  }
}
