import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { hashOfText } from '#flows/canonical'

/** What a countersignature is over: the UTF-8 bytes of the record's hash in hex. */
const signedBytes = (recordText: string): Buffer => Buffer.from(hashOfText('signature', recordText), 'utf8')

/** Countersigns a signature record with the installation's Ed25519 key (PEM). Base64. */
export function countersign(recordText: string, privatePem: string): string {
  return sign(null, signedBytes(recordText), createPrivateKey(privatePem)).toString('base64')
}

/** Whether this record was countersigned by the owner of the public key (PEM). False, never an error, for anything unreadable. */
export function isCountersigned(
  recordText: string,
  { countersignature, publicPem }: { countersignature: string; publicPem: string | undefined },
): boolean {
  if (!publicPem) return false
  try {
    return verify(null, signedBytes(recordText), createPublicKey(publicPem), Buffer.from(countersignature, 'base64'))
  } catch {
    return false
  }
}
