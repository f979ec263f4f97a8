import { complain } from '../complain'
import type { Context } from '../trpc'

/** Plays a recording of the reader's own organisation, to anybody signed in there. Its name is its hash, so it never changes. */
export async function giveRecording({ wire, person, request }: Context, sha256: string): Promise<Response> {
  if (!person) return empty(401)
  if (!/^[0-9a-f]{64}$/.test(sha256)) return empty(404)
  try {
    const recording = await wire.audio.get({ organisation: person.organisation.id, sha256 })
    if (!recording) return empty(404)
    // A copy, since bytes may come in a buffer shared with others.
    return new Response(new Uint8Array(recording.bytes), {
      headers: {
        'content-type': recording.mediaType,
        'content-length': String(recording.bytes.length),
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    complain(error, { at: 'GET /api/audio', reference: request })
    return empty(503)
  }
}

const empty = (status: number): Response => new Response(null, { status, headers: { 'cache-control': 'no-store' } })
