import { audio } from '#drizzle/queries/audio'
import type { Tx } from '#drizzle/store'
import type { Content } from '#flows/content'
import { Refusal } from '../../refusal'

/** @throws Refusal `recording_missing` for a prompt whose recording this organisation never kept: the engine would not run it. */
export async function recordingsKept(tx: Tx, { organisation, content }: { organisation: string; content: Content }): Promise<void> {
  for (const [prompt, byLocale] of Object.entries(content))
    for (const [language, { audio: sha256 }] of Object.entries(byLocale))
      if (sha256 && !(await audio(tx, { organisation, sha256 })))
        throw new Refusal('PRECONDITION_FAILED', 'recording_missing', { prompt, language })
}
