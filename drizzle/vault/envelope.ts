import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Where a sealed value rests. It is authenticated with the value, so that one row's secret cannot be pasted into another. */
export interface Place {
  organisation: string
  table: string
  row: string
  column: string
}

const version = 'cw1'

/**
 * AES-256-GCM over UTF-8 text: `cw1|<owner>|<base64 of nonce, tag and ciphertext>`. `owner` names the key it was sealed with,
 * and is authenticated too.
 */
export function seal(text: string, { key, owner, place }: { key: Buffer; owner: string; place: Place }): string {
  if (owner.includes('|')) throw new TypeError(`A key's owner holds no "|": ${owner}`)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(bound(place, owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${version}|${owner}|${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')}`
}

/** The text again. @throws BrokenSeal when the value was changed, moved, or sealed with another key. */
export function unseal(envelope: string, { key, place }: { key: Buffer; place: Place }): string {
  const owner = ownerOf(envelope)
  const bytes = Buffer.from(envelope.slice(version.length + owner.length + 2), 'base64')
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    cipher.setAAD(bound(place, owner))
    cipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
  } catch (cause) {
    throw new BrokenSeal(place, { cause })
  }
}

/** Who owns the key an envelope was sealed with. */
export function ownerOf(envelope: string): string {
  const [found, owner, body] = envelope.split('|')
  if (found !== version || owner === undefined || body === undefined) throw new TypeError('This is not a sealed value of Callwright.')
  return owner
}

/** A sealed value that is not what was written. Names the place, never the value. */
export class BrokenSeal extends Error {
  constructor({ table, row, column }: Place, options?: ErrorOptions) {
    super(
      `The sealed ${column} of ${table} ${row} does not open. It was changed or moved, or the installation key is another one.`,
      options,
    )
    this.name = 'BrokenSeal'
  }
}

/** JSON keeps the parts apart, whatever characters an id holds. */
const bound = ({ organisation, table, row, column }: Place, owner: string): Buffer =>
  Buffer.from(JSON.stringify([organisation, table, row, column, owner]), 'utf8')
