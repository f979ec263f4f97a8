import { describe, expect, test } from 'vitest'
import { mp3, wav } from '../testing/sounds'
import { soundOf } from './sound'

describe('a recording', () => {
  test('is a WAV by its bytes, as long as its sound at its rate', () => {
    expect(soundOf(wav({ seconds: 2 }))).toEqual({ mediaType: 'audio/wav', seconds: 2 })
  })

  test('is a WAV also when its recorder never wrote the size', () => {
    const bytes = wav({ seconds: 3 })
    bytes.writeUInt32LE(0xffffffff, 40)
    expect(soundOf(bytes)).toEqual({ mediaType: 'audio/wav', seconds: 3 })
  })

  test('is an MP3 by its frames, whatever stands around them', () => {
    const frames = mp3({ frames: 100 })
    const tag = Buffer.concat([Buffer.from('ID3\x04\x00\x00\x00\x00\x01\x00', 'latin1'), Buffer.alloc(128, 'x'), Buffer.alloc(20)])
    for (const bytes of [frames, Buffer.concat([tag, frames, Buffer.from('TAG'.padEnd(128))])]) {
      const sound = soundOf(bytes)
      expect(sound?.mediaType).toBe('audio/mpeg')
      expect(sound?.seconds).toBeCloseTo((100 * 1152) / 44_100)
    }
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a page that begins like a tag', Buffer.from('ID3<script>alert(1)</script>')],
    ['an Ogg, which a call cannot play', Buffer.concat([Buffer.from('OggS'), Buffer.alloc(200)])],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['a WAV without sound', wav({ seconds: 0 })],
    ['a WAV that was cut off', wav({ seconds: 1 }).subarray(0, 30)],
    ['another RIFF file', Buffer.from('RIFF\x10\x00\x00\x00AVI LIST')],
    ['one chance MP3 header', Buffer.concat([mp3({ frames: 1 }), Buffer.from('not a frame')])],
  ])('is not %s', (_what, bytes) => {
    expect(soundOf(bytes)).toBeUndefined()
  })
})
