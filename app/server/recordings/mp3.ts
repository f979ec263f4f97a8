/* Frame headers of MPEG audio layer III, ISO/IEC 11172-3 and 13818-3: kbit/s by index, for MPEG 1 and for MPEG 2 and 2.5. */
const kbits1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const kbits2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const rates1 = [44_100, 48_000, 32_000]

interface Frame {
  bytes: number
  seconds: number
}

/** Seconds of an MP3, summed frame by frame, so that a changing bit rate counts right. Undefined when it is none. */
export function mp3Seconds(bytes: Buffer): number | undefined {
  let at = afterTag(bytes)
  let frames = 0
  let seconds = 0
  for (let frame = frameAt(bytes, at); frame && at + frame.bytes <= bytes.length; frame = frameAt(bytes, at)) {
    frames += 1
    seconds += frame.seconds
    at += frame.bytes
  }
  // One header may be chance; two that follow each other exactly are not.
  return frames >= 2 ? seconds : undefined
}

/** Past an ID3v2 tag, whose size is written in four times seven bits, and the zeros some programs leave after it. */
function afterTag(bytes: Buffer): number {
  let at = 0
  if (bytes.length > 10 && bytes.toString('latin1', 0, 3) === 'ID3')
    at = 10 + [6, 7, 8, 9].reduce((size, place) => size * 128 + ((bytes[place] ?? 0) & 0x7f), 0)
  while (at > 0 && bytes[at] === 0) at += 1
  return at
}

function frameAt(bytes: Buffer, at: number): Frame | undefined {
  if (at + 4 > bytes.length) return undefined
  const header = bytes.readUInt32BE(at)
  const version = (header >>> 19) & 3
  const layer = (header >>> 17) & 3
  const rate = rates1[(header >>> 10) & 3]
  if (header >>> 21 !== 0x7ff || version === 1 || layer !== 1 || rate === undefined) return undefined
  const first = version === 3
  const kbits = (first ? kbits1 : kbits2)[(header >>> 12) & 15]
  if (!kbits) return undefined
  const hertz = first ? rate : version === 2 ? rate / 2 : rate / 4
  const samples = first ? 1152 : 576
  const padding = (header >>> 9) & 1
  return { bytes: Math.floor((samples / 8) * ((kbits * 1000) / hertz)) + padding, seconds: samples / hertz }
}
