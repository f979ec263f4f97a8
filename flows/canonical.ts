import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Json } from './json'

/** What can be hashed; each kind has its own prefix, so that one kind's bytes never pass for another's. */
export type HashedKind = 'chart' | 'layout' | 'content' | 'prompt' | 'release' | 'signature' | 'audit' | 'journal' | 'policy'

/** The canonical text of a JSON value (RFC 8785). Refuses what JSON cannot say, instead of dropping it. */
export function canonicalText(value: Json): string {
  refuseUnsayable(value, '')
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.')
  return text
}

/** SHA-256 in hex over `callwright.<kind>/1`, a line feed and the canonical text. */
export function hashOf(kind: HashedKind, value: Json): string {
  return hashOfText(kind, canonicalText(value))
}

/** The same over text that is canonical already (as stored). */
export function hashOfText(kind: HashedKind, text: string): string {
  return bytesToHex(sha256(utf8ToBytes(`callwright.${kind}/1\n${text}`)))
}

function refuseUnsayable(value: unknown, path: string): void {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new TypeError(`${path || 'The value'} is a number JSON cannot carry exactly.`)
    return
  }
  if (Array.isArray(value)) return value.forEach((item, index) => refuseUnsayable(item, `${path}/${index}`))
  if (typeof value !== 'object' || value === undefined) throw new TypeError(`${path || 'The value'} is ${typeof value}, which JSON cannot say.`)
  for (const [key, item] of Object.entries(value as object)) refuseUnsayable(item, `${path}/${key}`)
}
