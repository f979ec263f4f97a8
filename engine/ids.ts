import { randomBytes } from 'node:crypto'
import type { Clock, Ids } from './ports'

/**
 * Ids that sort by creation: 48 bits of milliseconds and 80 of chance, in 26 letters and digits (Crockford's base 32, as ULIDs).
 * Within one millisecond, or while the clock stands or goes back, each id is the one before plus one, so that one process's ids
 * always sort as they were made. They name things; they are no secrets.
 */
export function createIds({ now }: Clock): Ids {
  let last = 0n
  return {
    next: () => {
      const fresh = (BigInt(now().getTime()) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`)
      last = fresh >> 80n > last >> 80n ? fresh : last + 1n
      return inLetters(last)
    },
  }
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

function inLetters(value: bigint): string {
  let [text, rest] = ['', value]
  for (let index = 0; index < 26; index++) {
    text = alphabet[Number(rest & 31n)] + text
    rest >>= 5n
  }
  return text
}
