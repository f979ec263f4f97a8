import { may } from '#flows/release/permissions'
import { complain } from '../complain'
import { sentFromHere } from '../http/same-origin'
import type { ErrorKey } from '../refusal'
import type { Context } from '../trpc'
import { mostBytes } from './most-bytes'
import { soundOf } from './sound'

/** What the designer gets for a file: the name to put into the words, and how long it is. */
export interface Kept {
  sha256: string
  bytes: number
  /** Rounded to a tenth. */
  seconds?: number
}

/** Keeps a recording for prompts. The body is the file itself; what it is, its bytes say. The same file twice is kept once. */
export async function keepRecording(context: Context, request: Request): Promise<Response> {
  const { wire, person } = context
  if (!sentFromHere(request.headers, /^(audio\/|application\/octet-stream\b)/i)) return refused(403, 'not_allowed')
  if (!person) return refused(401, 'signed_out')
  if (!may(person.roles, 'flow.edit')) return refused(403, 'not_allowed')
  if (Number(request.headers.get('content-length')) > mostBytes) return refused(413, 'recording_too_big')
  try {
    const bytes = Buffer.from(await request.arrayBuffer())
    if (bytes.length > mostBytes) return refused(413, 'recording_too_big')
    const sound = soundOf(bytes)
    if (!sound) return refused(415, 'recording_unknown')
    await context.touch()
    const { mediaType, seconds } = sound
    const sha256 = await wire.audio.put({ organisation: person.organisation.id, mediaType, bytes, at: wire.clock.now() })
    const kept: Kept = { sha256, bytes: bytes.length, ...(seconds !== undefined && { seconds: Math.round(seconds * 10) / 10 }) }
    return Response.json(kept, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    complain(error, { at: 'POST /api/audio', reference: context.request })
    return refused(503, 'store_away')
  }
}

const refused = (status: number, error: ErrorKey): Response =>
  Response.json({ error }, { status, headers: { 'cache-control': 'no-store' } })
