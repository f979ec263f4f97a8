import { z } from 'zod'
import { mostBytes } from '@/app/server/recordings/most-bytes'

const Kept = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const Refused = z.object({ error: z.string() })

/** The name a recording was kept under, or a key of the catalogue `errors`; without one, the server was not reached. */
export type Sent = { ok: true; sha256: string } | { ok: false; error: string | undefined }

/** Sends a file to be kept. Never throws. */
export async function sendRecording(
  file: Blob,
  { signal, send = fetch }: { signal?: AbortSignal; send?: typeof fetch } = {},
): Promise<Sent> {
  if (file.size > mostBytes) return { ok: false, error: 'recording_too_big' }
  try {
    const headers = { 'content-type': 'application/octet-stream' }
    const response = await send('/api/audio', { method: 'POST', headers, body: file, ...(signal && { signal }) })
    const body: unknown = await response.json()
    const kept = Kept.safeParse(body)
    if (response.ok && kept.success) return { ok: true, sha256: kept.data.sha256 }
    return { ok: false, error: Refused.safeParse(body).data?.error }
  } catch {
    return { ok: false, error: undefined }
  }
}
