import type { Playable } from '#engine/load'
import { compile } from '#flows/compile'
import type { Content } from '#flows/content'
import type { Drawing } from '#flows/drawing'

/** A release as far as a rehearsal needs it. */
export interface PlayedRelease {
  drawing: Drawing
  content: Content
}

/**
 * What a rehearsal plays: the drawing as it is, with the releases its subflows pin, however deep.
 * @throws a ZodError for settings that do not fit yet, or what `fetchRelease` threw.
 */
export async function playableOf(
  { drawing, content }: PlayedRelease,
  fetchRelease: (hash: string) => Promise<PlayedRelease>,
  depth = 0,
): Promise<Playable> {
  const hashes = depth < 8 ? pinnedBy(drawing) : []
  const subflows = await Promise.all(
    hashes.map(async (hash) => [hash, await playableOf(await fetchRelease(hash), fetchRelease, depth + 1)] as const),
  )
  return { chart: compile(drawing), content, subflows: Object.fromEntries(subflows) }
}

const pinnedBy = ({ nodes }: Drawing): string[] => [
  ...new Set(
    Object.values(nodes).flatMap(({ type, settings }) =>
      type === 'subflow' && typeof settings.release === 'string' && settings.release !== '' ? [settings.release] : [],
    ),
  ),
]
