import { emptyDraft } from '../edits/draft'
import { Edit, fold } from '../edits/edit'
import { buildRelease, type SealedRelease, type Submission } from '../release/build'
import type { GateInput, StoredSignature } from '../release/gate'
import { type SignatureMeaning, SignatureRecord, signatureFormat, signatureHash } from '../release/signature'

export const sampleDraft = fold(
  emptyDraft({ id: 'clinic', name: 'Clinic', locale: 'en-US', channels: ['voice'] }),
  [
    { kind: 'addNode', type: 'say', id: 'hello' },
    { kind: 'addNode', type: 'end', id: 'bye' },
    { kind: 'wire', from: 'start', port: 'call', to: 'hello' },
    { kind: 'wire', from: 'hello', port: 'next', to: 'bye' },
    { kind: 'setWords', key: 'gone.prompt', locale: 'en-US', words: { text: 'Left over.' } },
  ].map((edit) => Edit.parse(edit)),
).draft

export const submission: Submission = {
  tenant: 'org1',
  version: 1,
  createdAt: '2026-03-02T15:00:00Z',
  authors: [{ id: 'olive', name: 'Olive Park' }],
  parentReleaseHash: null,
  changeSummary: 'First release',
  changeReason: 'New line',
  engine: { semver: '1.4.0' },
}

/** A signature as the edge stored it after checking its proof. */
export function signed(
  person: string,
  meaning: SignatureMeaning,
  { releaseHash, ...other }: { releaseHash: string } & Partial<SignatureRecord>,
): StoredSignature {
  const record = SignatureRecord.parse({
    format: signatureFormat,
    release_hash: releaseHash,
    diff_base_hash: null,
    diff_sha256: null,
    locale_of_view: 'en',
    signer: { user_id: person, printed_name: person, title: 'Nurse', role_used: 'compliance', org: 'org1' },
    meaning,
    statement: 'I have read this flow and sign it.',
    comment: '',
    signed_at_utc: '2026-03-02T16:00:00Z',
    signer_utc_offset: '-05:00',
    signer_iana_tz: 'America/New_York',
    clock_source: 'server',
    auth: { components: ['password', 'totp'], credential_id: null, user_verification: true, authenticated_at: '2026-03-02T16:00:00Z' },
    previous_signature_hash: null,
    nonce: '0123456789abcdef',
    expires_at: null,
    ...other,
  } satisfies SignatureRecord)
  return { record, hash: signatureHash(record), verified: true }
}

/** A gate input that opens: written by Olive, approved by Carla. */
export function openGate(change: Partial<Submission> = {}): GateInput & { sealed: SealedRelease } {
  const sealed = buildRelease(sampleDraft, { ...submission, ...change })
  const { releaseHash, manifestText, chartText, contentText } = sealed
  const signatures = [signed('olive', 'Authored', { releaseHash }), signed('carla', 'Approved-for-patient-use', { releaseHash })]
  return {
    sealed,
    releaseHash,
    manifestText,
    chartText,
    contentText,
    signatures,
    withdrawn: false,
    now: '2026-03-03T00:00:00Z',
    engineVersion: '1.4.0',
  }
}
