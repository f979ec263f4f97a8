import { describe, expect, test } from 'vitest'
import { mostBytes } from '@/app/server/recordings/most-bytes'
import { sendRecording } from './send-recording'

const file = new Blob(['RIFF'])
const answering = (status: number, body: unknown) => async () => Response.json(body, { status })

describe('sending a recording', () => {
  test('gives the name it is kept under', async () => {
    const sha256 = 'a'.repeat(64)
    expect(await sendRecording(file, { send: answering(200, { sha256, bytes: 4 }) })).toEqual({ ok: true, sha256 })
  })

  test('says why it was refused', async () => {
    expect(await sendRecording(file, { send: answering(415, { error: 'recording_unknown' }) })).toEqual({
      ok: false,
      error: 'recording_unknown',
    })
  })

  test('does not send what is too big', async () => {
    const send = () => Promise.reject(new Error('sent'))
    expect(await sendRecording(new Blob([new Uint8Array(mostBytes + 1)]), { send })).toEqual({ ok: false, error: 'recording_too_big' })
  })

  test.each([
    ['no answer', () => Promise.reject(new Error('offline'))],
    ['an answer that is no JSON', async () => new Response('<html>')],
    ['a name that is none', answering(200, { sha256: 'x' })],
  ])('takes %s for a failure without a reason', async (_what, send) => {
    expect(await sendRecording(file, { send })).toEqual({ ok: false, error: undefined })
  })
})
