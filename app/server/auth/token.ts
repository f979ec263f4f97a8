import { createHash, randomBytes } from 'node:crypto'

export const sessionCookie = 'callwright_session'

/** A new key to the door: 256 bits. Only its hash is stored. */
export const freshToken = (): string => randomBytes(32).toString('base64url')

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The cookie names the organisation beside the token, since every row is found through its organisation. */
export const cookieValue = (organisation: string, token: string): string => `${encodeURIComponent(organisation)}.${token}`

export function readCookie(value: string | undefined): { organisation: string; tokenHash: string } | undefined {
  const [, organisation, token] = /^([^.]{1,200})\.([A-Za-z0-9_-]{43})$/.exec(value ?? '') ?? []
  if (organisation === undefined || token === undefined) return undefined
  try {
    return { organisation: decodeURIComponent(organisation), tokenHash: hashOfToken(token) }
  } catch {
    return undefined
  }
}
