import { mp3Seconds } from './mp3'
import { wavSeconds } from './wav'

/** A recording as its bytes show it. */
export interface Sound {
  mediaType: 'audio/mpeg' | 'audio/wav'
  /** How long it lasts, where its bytes say so. */
  seconds: number | undefined
}

/**
 * What a file is, by its bytes and never by its name: MP3 or WAV, the two kinds that both Twilio's <Play> (docs: voice/twiml/play,
 * supported types) and browsers play. Undefined for everything else, Ogg included, which a browser plays and a call does not.
 */
export function soundOf(bytes: Buffer): Sound | undefined {
  const wav = wavSeconds(bytes)
  if (wav !== undefined) return { mediaType: 'audio/wav', seconds: wav ?? undefined }
  const mp3 = mp3Seconds(bytes)
  return mp3 === undefined ? undefined : { mediaType: 'audio/mpeg', seconds: mp3 }
}
