import type { Spoken } from '#flows/content'
import { recordingUrl } from '@/app/ui/recording-url'

/** Lets the reader hear words, one after the other. */
export interface Mouth {
  /** After what is being heard: the words' recording where they have one, a voice otherwise. */
  hear(words: Spoken): void
  /** Ends what is being heard, and forgets what was to come. */
  quiet(): void
}

export interface Sounds {
  /** Ends when the words were said. */
  say(words: Spoken, signal: AbortSignal): Promise<void>
  /** Ends when the recording was heard; false when it could not be. */
  play(address: string, signal: AbortSignal): Promise<boolean>
}

export function createMouth({ say, play }: Sounds): Mouth {
  let turn = Promise.resolve()
  let stop = new AbortController()
  async function sound(words: Spoken, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    const address = recordingOf(words)
    const heard = address !== undefined && (await play(address, signal))
    if (!heard && !signal.aborted) await say(words, signal)
  }
  return {
    hear(words) {
      const { signal } = stop
      turn = turn.then(() => sound(words, signal)).catch(() => undefined)
    },
    quiet() {
      stop.abort()
      stop = new AbortController()
      turn = Promise.resolve()
    },
  }
}

/** Where the words' recording is heard: kept by us, or, as imported flows have it, at an address elsewhere. */
export function recordingOf({ audio, audioUrl }: Pick<Spoken, 'audio' | 'audioUrl'>): string | undefined {
  if (audio) return recordingUrl(audio)
  return audioUrl && /^https:\/\//i.test(audioUrl) ? audioUrl : undefined
}
