import { createHash } from 'node:crypto'
import type { Content } from '#flows/content'

/** Recordings that prompts name by the SHA-256 of their bytes. */
export interface Recordings {
  get(key: { organisation: string; sha256: string }): Promise<{ mediaType: string; bytes: Uint8Array } | undefined>
}

export type RecordingReason = 'recording-missing' | 'recording-damaged'

/** The recordings that words name, each once. */
export function recordingsIn(contents: readonly Content[]): string[] {
  const words = contents.flatMap((content) => Object.values(content).flatMap((byLocale) => Object.values(byLocale)))
  return [...new Set(words.flatMap(({ audio }) => audio ?? []))]
}

/**
 * Why a release whose words name recordings cannot be heard: every one is read and hashed again, since the signature covers the hash
 * and the caller hears the bytes. Empty when all are whole. A shelf that cannot read one counts as damage.
 */
export async function recordingReasons(
  audio: Recordings | undefined,
  { organisation, contents }: { organisation: string; contents: readonly Content[] },
): Promise<RecordingReason[]> {
  const found = new Set<RecordingReason>()
  // One after the other: a release with many recordings must not be held in memory whole.
  for (const sha256 of recordingsIn(contents)) {
    const reason = await reasonOf(audio, { organisation, sha256 })
    if (reason) found.add(reason)
  }
  return [...found]
}

async function reasonOf(
  audio: Recordings | undefined,
  key: { organisation: string; sha256: string },
): Promise<RecordingReason | undefined> {
  try {
    const recording = await audio?.get(key)
    if (!recording) return 'recording-missing'
    return createHash('sha256').update(recording.bytes).digest('hex') === key.sha256 ? undefined : 'recording-damaged'
  } catch {
    return 'recording-damaged'
  }
}
