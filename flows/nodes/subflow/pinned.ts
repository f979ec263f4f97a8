import type { JsonObject } from '../../json'

/** The hash of the release a subflow node plays, or undefined while none is chosen or an imported reference still stands in its place. */
export function pinnedRelease(settings: JsonObject): string | undefined {
  const { release } = settings
  return typeof release === 'string' && release !== '' && !release.startsWith('ref:') ? release : undefined
}
