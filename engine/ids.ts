import { randomBytes } from 'node:crypto'
import type { Clock, Ids } from './ports'

/** Ids that sort by creation: 48 bits of milliseconds and 80 of chance, in 26 letters and digits (Crockford's base 32, as ULIDs). */
export function createIds({ now }: Clock): Ids {
  return {
    next: () => {
      const bytes = Buffer.alloc(16)
      bytes.writeUIntBE(now().getTime(), 0, 6)
      randomBytes(10).copy(bytes, 6)
      let value = BigInt(`0x${bytes.toString('hex')}`)
      let text = ''
      for (let index = 0; index < 26; index++) {
        text = alphabet[Number(value & 31n)] + text
        value >>= 5n
      }
      return text
    },
  }
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
