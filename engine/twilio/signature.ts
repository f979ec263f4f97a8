import { createHash } from 'node:crypto'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'

/** A request as it arrived, before anything of it is believed. */
export interface Arrived {
  /** The configured public address with the request's own path and query, byte for byte. */
  url: string
  signature: string | null
  /** Form fields; a repeated one has all its values. Undefined when the body is no form. */
  form: Record<string, string | string[]> | undefined
  /** The raw body, for the hash that stands in the URL of a JSON request. */
  body: string
}

/**
 * Whether Twilio signed the request with one of the tokens (two while they are rotated).
 * The official validator tries the forms of a URL that Twilio's senders use: with and without port, and the legacy query encoding.
 * A JSON body must also match `bodySHA256` of the URL (docs: usage/webhooks/webhooks-security).
 */
export function isSignedByTwilio(arrived: Arrived, authTokens: readonly string[]): boolean {
  const { url, signature, form, body } = arrived
  if (!signature || signature.length > 200) return false
  if (form === undefined && !bodyMatches(url, body)) return false
  return authTokens.some((token) => token !== '' && valid(token, { signature, url, form: form ?? {} }))
}

function valid(
  token: string,
  { signature, url, form }: { signature: string; url: string; form: Record<string, string | string[]> },
): boolean {
  try {
    return validateRequest(token, signature, url, form)
  } catch {
    // The validator throws for what it cannot read as a URL; nothing unreadable was signed.
    return false
  }
}

function bodyMatches(url: string, body: string): boolean {
  const given = /[?&]bodySHA256=([0-9a-fA-F]{64})(?:&|#|$)/.exec(url)?.[1]
  return given?.toLowerCase() === createHash('sha256').update(body, 'utf8').digest('hex')
}
