import { signed } from '../phone/signature'
import { isSignedByTwilio } from '../twilio/signature'
import type { Fixtures } from './fixtures'
import type { Ledger } from './ledger'

/**
 * Every signature vector of the official SDKs, in both directions: the engine's check takes and refuses what it must, and the phone signs
 * what Twilio signed. Their URLs are of other hosts, so this is asked of the functions themselves.
 */
export function proveVectors(ledger: Ledger, { vectors }: Fixtures): void {
  ledger.check('there are 38 signature vectors', vectors.length === 38, String(vectors.length))
  for (const { id, authToken, requestUrl: url, signedUrl, params, body, signature, expectValid, plainHmacMatches } of vectors) {
    const arrived = { url, signature, form: params ?? undefined, body: body ?? '' }
    ledger.check(`vector ${id}`, isSignedByTwilio(arrived, [authToken]) === expectValid)
    ledger.check(`vector ${id} under another token`, !isSignedByTwilio(arrived, ['another']))
    if (plainHmacMatches) ledger.check(`vector ${id} as the phone signs`, signed(authToken, signedUrl, params ?? {}) === signature)
    ledger.count('signature_vectors_count')
  }
}
