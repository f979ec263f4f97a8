/** Seconds of a WAV file; null when its header gives no rate; undefined when it is none, or has no sound in it. */
export function wavSeconds(bytes: Buffer): number | null | undefined {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') return undefined
  let bytesPerSecond: number | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const body = at + 8
    if (name === 'fmt ' && body + 16 <= bytes.length) bytesPerSecond = bytes.readUInt32LE(body + 8)
    if (name === 'data' && bytesPerSecond !== undefined) {
      // A recorder that streams leaves the size at its largest value: what is really there counts.
      const heard = Math.min(size, bytes.length - body)
      if (heard === 0) return undefined
      return bytesPerSecond === 0 ? null : heard / bytesPerSecond
    }
    at = body + size + (size % 2)
  }
  return undefined
}
