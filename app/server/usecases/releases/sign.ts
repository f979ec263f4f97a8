import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import { addSignature, signaturesOf } from '#drizzle/queries/signatures'
import type { Tx } from '#drizzle/store'
import { countersign } from '#engine/countersign'
import { canonicalText } from '#flows/canonical'
import { may, type Permission, type Role } from '#flows/release/permissions'
import { type SignatureMeaning, SignatureRecord, signatureFormat, signatureHash } from '#flows/release/signature'
import type { Proof } from '../../auth/reauthenticate'
import type { Desk } from '../../trpc'
import { signingKey } from './signing-key'

export interface Signing {
  release: string
  meaning: SignatureMeaning
  /** The exact sentence that was displayed. */
  statement: string
  comment?: string
  /** The duty it is signed in. */
  permission: Permission
  proof: Proof
  /** What the signer was shown: the release compared with, and the hash of the comparison. */
  shown?: { base: string | null; diff: string | null }
  /** The interface language the signer read it in. */
  locale?: string
}

/**
 * Writes a signature: the record (21 CFR 11.50: printed name, time, meaning), bound to the release's hash and the signature before it,
 * and the installation's Ed25519 countersignature over it. Gives the signature's hash.
 */
export async function sign(tx: Tx, desk: Desk, signing: Signing): Promise<string> {
  const { wire, person } = desk
  const organisation = person.organisation.id
  const at = wire.clock.now()
  const before = await signaturesOf(tx, { organisation, release: signing.release })
  const last = before.at(-1)?.signature.recordText
  const record = recordOf(desk, {
    signing,
    at,
    previous: last === undefined ? null : signatureHash(SignatureRecord.parse(JSON.parse(last))),
  })
  const recordText = canonicalText(record)
  const key = await signingKey(tx, desk)
  await addSignature(tx, {
    ...{ organisation, release: signing.release, meaning: signing.meaning, at, recordText },
    id: wire.ids.next(),
    person: person.id,
    countersignature: countersign(recordText, key.privatePem),
    keyId: key.id,
  })
  return signatureHash(record)
}

function recordOf(
  { person, zone, locale }: Desk,
  { signing, at, previous }: { signing: Signing; at: Date; previous: string | null },
): SignatureRecord {
  const { release, meaning, statement, comment = '', permission, proof, shown } = signing
  return {
    format: signatureFormat,
    release_hash: release,
    diff_base_hash: shown?.base ?? null,
    diff_sha256: shown?.diff ?? null,
    locale_of_view: signing.locale ?? locale,
    signer: {
      user_id: person.id,
      printed_name: person.name,
      title: person.title,
      role_used: roleFor(person.roles, permission),
      org: person.organisation.name,
    },
    meaning,
    statement,
    comment,
    signed_at_utc: at.toISOString(),
    signer_utc_offset: DateTime.fromJSDate(at, { zone }).toFormat('ZZ'),
    signer_iana_tz: zone,
    clock_source: 'system clock of the server',
    auth: { components: proof.components, credential_id: null, user_verification: false, authenticated_at: proof.authenticatedAt },
    previous_signature_hash: previous,
    nonce: randomBytes(16).toString('hex'),
    expires_at: null,
  }
}

/** The role that gives the duty; never reached without one, since the duty was decided before. */
const roleFor = (roles: readonly Role[], permission: Permission): Role => roles.find((role) => may([role], permission)) ?? 'auditor'
