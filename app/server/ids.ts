import { randomBytes } from 'node:crypto'
import type { Clock, Ids } from '#engine/ports'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ids of 26 characters: 48 bits of the clock, 80 bits of chance. Made later, sorted later. */
export function createIds(clock: Clock): Ids {
  return {
    next() {
      let rest = BigInt(clock.now().getTime()) * 2n ** 80n + BigInt(`0x${randomBytes(10).toString('hex')}`)
      let id = ''
      for (let place = 0; place < 26; place++) {
        id = `${alphabet[Number(rest % 32n)]}${id}`
        rest /= 32n
      }
      return id
    },
  }
}
