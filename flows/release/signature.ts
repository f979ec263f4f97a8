import { z } from 'zod'
import { hashOf } from '../canonical'
import { Role } from './permissions'

/* Persisted shape: a signature is over exactly these fields. */

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What a signature means; printed beside the name wherever the signature is shown (21 CFR 11.50(a)(3)). */
export const SignatureMeaning = z.enum([
  'Authored',
  'Reviewed-Medical',
  'Reviewed-Legal',
  'Reviewed-Regulatory',
  'Reviewed-PV',
  'Reviewed-Privacy',
  'Approved-for-patient-use',
  'Released-to-environment',
  'Waived-rule',
  'Withdrawn',
  'Rejected',
])
export type SignatureMeaning = z.infer<typeof SignatureMeaning>

const Signer = z.strictObject({
  user_id: z.string().min(1),
  printed_name: z.string().min(1),
  title: z.string(),
  role_used: Role,
  org: z.string().min(1),
})

/** How the signer proved who they are, at the moment of signing. */
const Authentication = z.strictObject({
  components: z.array(z.enum(['password', 'totp', 'passkey'])).min(1),
  credential_id: z.string().nullable(),
  user_verification: z.boolean(),
  authenticated_at: z.iso.datetime(),
})

export const signatureFormat = 'callwright.signature/1'

export const SignatureRecord = z.strictObject({
  format: z.literal(signatureFormat),
  release_hash: Hash,
  /** What the signer was shown: the release compared with, and the hash of the comparison. Null for a first release. */
  diff_base_hash: Hash.nullable(),
  diff_sha256: Hash.nullable(),
  locale_of_view: z.string(),
  signer: Signer,
  meaning: SignatureMeaning,
  /** The exact sentence displayed. */
  statement: z.string().min(1),
  comment: z.string(),
  signed_at_utc: z.iso.datetime(),
  signer_utc_offset: z.string().regex(/^[+-]\d{2}:\d{2}$/),
  signer_iana_tz: z.string().min(1),
  clock_source: z.string().min(1),
  auth: Authentication,
  previous_signature_hash: Hash.nullable(),
  nonce: z.string().min(16),
  expires_at: z.iso.datetime().nullable(),
})
export type SignatureRecord = z.infer<typeof SignatureRecord>

/** SHA-256 of the canonical record: what a passkey or the server's own key signs, and what the next signature points back to. */
export const signatureHash = (record: SignatureRecord): string => hashOf('signature', SignatureRecord.parse(record))
