import { canonicalText, hashOfText } from '../canonical'
import { Chart } from '../chart'
import { Content } from '../content'
import type { Json } from '../json'
import { promptHash, ReleaseManifest } from './manifest'
import { type SignatureMeaning, SignatureRecord, signatureHash } from './signature'
import { isBefore } from './versions'

/** A signature as it was stored. `verified` says that its cryptographic proof held; checking that needs keys and happens at the edge. */
export interface StoredSignature {
  record: unknown
  hash: string
  verified: boolean
}

export interface GateInput {
  releaseHash: string
  manifestText: string
  chartText: string
  contentText: string
  signatures: readonly StoredSignature[]
  /** This release or one that it pins was withdrawn. */
  withdrawn: boolean
  /** UTC, ISO 8601. */
  now: string
  engineVersion: string
}

export type ClosedBecause =
  | 'manifest-changed'
  | 'chart-changed'
  | 'content-changed'
  | 'prompt-changed'
  | 'not-authored'
  | 'not-approved'
  | 'approved-by-author'
  | 'rejected'
  | 'withdrawn'
  | 'waiver-expired'
  | 'not-yet-valid'
  | 'no-longer-valid'
  | 'engine-too-old'
  | 'engine-too-new'

export type Gate =
  /** `until`: the first instant at which time may close it, ISO 8601; null when time never does. */
  | { open: true; manifest: ReleaseManifest; chart: Chart; content: Content; until: string | null }
  | { open: false; reasons: ClosedBecause[] }

/**
 * Whether a release may answer a patient. Everything is hashed again from the stored texts; it must be authored and approved for
 * patient use by different people, the approver none of its authors; inside its validity and engine range; not withdrawn.
 * Gives every reason, never just the first. Never throws: what cannot be read counts as changed.
 */
export function gate(input: GateInput): Gate {
  const manifest = manifestOf(input)
  if (!manifest) return { open: false, reasons: ['manifest-changed'] }
  const chart = hashOfText('chart', input.chartText) === manifest.chart_sha256 ? parsed(Chart, input.chartText) : undefined
  const content = hashOfText('content', input.contentText) === manifest.content_sha256 ? parsed(Content, input.contentText) : undefined
  const reasons: ClosedBecause[] = [
    ...(chart ? [] : ['chart-changed' as const]),
    ...(content ? promptReasons(manifest, content) : ['content-changed' as const]),
    ...signatureReasons(manifest, input),
    ...timeReasons(manifest, input),
  ]
  if (!chart || !content || reasons.length > 0) return { open: false, reasons }
  return { open: true, manifest, chart, content, until: untilOf(manifest, input) }
}

function manifestOf({ manifestText, releaseHash }: GateInput): ReleaseManifest | undefined {
  if (hashOfText('release', manifestText) !== releaseHash) return undefined
  const manifest = parsed(ReleaseManifest, manifestText)
  // A text that hides a second key of the same name would parse, but it is not its own canonical form.
  return manifest && canonicalText(manifest as unknown as Json) === manifestText ? manifest : undefined
}

function promptReasons({ prompts }: ReleaseManifest, content: Content): ClosedBecause[] {
  const listed = prompts.every(({ key, locale, text_sha256, audio_sha256, audio_url }) => {
    const words = content[key]?.[locale]
    return (
      words && promptHash(words.text) === text_sha256 && (words.audio ?? null) === audio_sha256 && (words.audioUrl ?? null) === audio_url
    )
  })
  const count = Object.values(content).reduce((sum, byLocale) => sum + Object.keys(byLocale).length, 0)
  return listed && count === prompts.length ? [] : ['prompt-changed']
}

function signatureReasons({ authors }: ReleaseManifest, { signatures, releaseHash, withdrawn, now }: GateInput): ClosedBecause[] {
  const valid = signatures.flatMap((signature) => validRecord(signature, { releaseHash, now }) ?? [])
  const signersOf = (meaning: SignatureMeaning) => valid.filter((record) => record.meaning === meaning).map(({ signer }) => signer.user_id)
  const authored = signersOf('Authored')
  const approved = signersOf('Approved-for-patient-use')
  const wrote = new Set([...authored, ...authors.map(({ id }) => id)])
  const reasons: ClosedBecause[] = []
  if (authored.length === 0) reasons.push('not-authored')
  if (approved.length === 0) reasons.push('not-approved')
  else if (approved.every((person) => wrote.has(person))) reasons.push('approved-by-author')
  if (signersOf('Rejected').length > 0) reasons.push('rejected')
  if (withdrawn || signersOf('Withdrawn').length > 0) reasons.push('withdrawn')
  return reasons
}

/** A signature counts when its record is whole, hashes to what was stored, names this release, was verified and has not run out. */
function validRecord(
  { record, hash, verified }: StoredSignature,
  { releaseHash, now }: { releaseHash: string; now: string },
): SignatureRecord | undefined {
  const read = SignatureRecord.safeParse(record)
  if (!verified || !read.success || read.data.release_hash !== releaseHash || signatureHash(read.data) !== hash) return undefined
  return read.data.expires_at !== null && !earlier(now, read.data.expires_at) ? undefined : read.data
}

function timeReasons({ validity, engine, lint }: ReleaseManifest, { now, engineVersion }: GateInput): ClosedBecause[] {
  const reasons: ClosedBecause[] = []
  if (lint.waivers.some(({ expires_at }) => !earlier(now, expires_at))) reasons.push('waiver-expired')
  if (validity.effective_from !== null && earlier(now, validity.effective_from)) reasons.push('not-yet-valid')
  if (validity.expires_at !== null && !earlier(now, validity.expires_at)) reasons.push('no-longer-valid')
  if (isBefore(engineVersion, engine.min_engine)) reasons.push('engine-too-old')
  if (engine.max_engine !== null && !isBefore(engineVersion, engine.max_engine)) reasons.push('engine-too-new')
  return reasons
}

/** Validity, waivers and signatures each have their end; the first one that comes asks for another look. */
function untilOf({ validity, lint }: ReleaseManifest, { signatures, releaseHash, now }: GateInput): string | null {
  const ends = [
    validity.expires_at,
    ...lint.waivers.map(({ expires_at }) => expires_at),
    ...signatures.map((signature) => validRecord(signature, { releaseHash, now })?.expires_at ?? null),
  ].filter((end) => end !== null)
  return ends.sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null
}

/** Compared as instants: one text may carry milliseconds and the other none. An unreadable time is never earlier. */
const earlier = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other)

function parsed<T>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }, text: string): T | undefined {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
