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
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
      throw new TypeError(`${path || 'The value'} is a number JSON cannot carry exactly.`)
    return
  }
  // By index, since a hole in an array is skipped by every other way of walking it.
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) refuseUnsayable(value[index], `${path}/${index}`)
    return
  }
  if (typeof value !== 'object') throw new TypeError(`${path || 'The value'} is ${typeof value}, which JSON cannot say.`)
  if (!isPlain(value)) throw new TypeError(`${path || 'The value'} is an object of a class, which JSON cannot say.`)
  for (const [key, item] of Object.entries(value)) refuseUnsayable(item, `${path}/${key}`)
}

/** Dates, maps and the like would silently become something else. Told by the prototype's own prototype, so that other realms' objects pass. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
