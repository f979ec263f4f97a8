import { z } from 'zod'
import { canonicalText, hashOf, hashOfText } from '../canonical'
import { Channel, Locale, NodeId } from '../ids'
import { JsonObject } from '../json'
import { Variable } from '../variables'

/* Persisted shape: what is here was signed. Field names are those of the evidence packet; a changed meaning gets a new format. */

const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'A hash is 64 hex digits.')
const Instant = z.iso.datetime()
const Version = z.string().regex(/^\d+\.\d+\.\d+/, 'A version looks like 1.4.0.')

export const RiskClass = z.enum(['low', 'medium', 'high'])
export type RiskClass = z.infer<typeof RiskClass>

export const Author = z.strictObject({ id: z.string().min(1), name: z.string().min(1) })
export type Author = z.infer<typeof Author>

/** One prompt in one language as it was signed. `engine` is the speech engine, where one is fixed. */
export const ManifestPrompt = z.strictObject({
  key: z.string(),
  locale: Locale,
  text_sha256: Hash,
  audio_sha256: Hash.nullable(),
  audio_url: z.string().nullable(),
  voice: z.string().nullable(),
  engine: z.string().nullable(),
  claims_refs: z.array(z.string()),
  translated_by: z.string().nullable(),
  translation_reviewed_by: z.string().nullable(),
})
export type ManifestPrompt = z.infer<typeof ManifestPrompt>

const Subflow = z.strictObject({ flow_id: z.string(), version: z.number().int().min(1), release_hash: Hash })
const Connector = z.strictObject({
  id: z.string(),
  method: z.string(),
  url_template: z.string(),
  host_allowlist: z.array(z.string()),
  timeout_ms: z.number().int(),
  phi_allowed: z.boolean(),
  baa_ref: z.string().nullable(),
  config_sha256: Hash,
})
const ManifestVariable = z.strictObject({
  name: z.string(),
  type: Variable.shape.type,
  phi_class: Variable.shape.phi,
  purpose: z.string(),
  retention_days: z.number().int(),
})
const Model = z.strictObject({
  provider: z.string(),
  model_id: z.string(),
  system_prompt_sha256: Hash,
  params: JsonObject,
  guardrail_pack_sha256: Hash,
})
const PolicyPack = z.strictObject({ id: z.string(), version: z.string(), sha256: Hash, parameters: JsonObject })

/** `signature_id` is reserved before hashing; it is never a hash of the signature, which would go round in a circle. */
export const Waiver = z.strictObject({
  rule: z.string(),
  node: NodeId.nullable(),
  reason: z.string().min(1),
  risk: z.string(),
  compensating_control: z.string(),
  expires_at: Instant,
  signature_id: z.string(),
})
export type Waiver = z.infer<typeof Waiver>

const Lint = z.strictObject({
  result_sha256: Hash.nullable(),
  counts: z.strictObject({ hard: z.number().int(), soft: z.number().int(), advisory: z.number().int() }),
  waivers: z.array(Waiver),
})
const Tests = z.strictObject({
  suite_sha256: Hash.nullable(),
  run_id: z.string().nullable(),
  passed: z.number().int(),
  failed: z.number().int(),
  node_coverage: z.number(),
  edge_coverage: z.number(),
  result_sha256: Hash.nullable(),
})
const Engine = z.strictObject({
  semver: Version,
  git_sha: z.string().nullable(),
  node_schema_version: z.string(),
  twiml_renderer_version: z.string(),
  xstate_version: z.string(),
  min_engine: Version,
  /** The first version it must not run on; null while none is known. */
  max_engine: Version.nullable(),
})
const Validity = z.strictObject({ effective_from: Instant.nullable(), review_by: Instant.nullable(), expires_at: Instant.nullable() })

export const manifestFormat = 'callwright.release/1'

/** Everything that is approved together. Layout stays outside, so that moving a box voids no approval. */
export const ReleaseManifest = z.strictObject({
  format: z.literal(manifestFormat),
  tenant: z.string().min(1),
  flow_id: z.string().min(1),
  name: z.string().min(1),
  version: z.number().int().min(1),
  risk_class: RiskClass,
  channels: z.array(Channel).min(1),
  locales: z.array(Locale).min(1),
  created_at: Instant,
  authors: z.array(Author).min(1),
  parent_release_hash: Hash.nullable(),
  change_summary: z.string(),
  change_reason: z.string(),
  chart_sha256: Hash,
  content_sha256: Hash,
  prompts: z.array(ManifestPrompt),
  subflows: z.array(Subflow),
  connectors: z.array(Connector),
  variables: z.array(ManifestVariable),
  models: z.array(Model),
  calendars: z.array(z.string()),
  number_bindings_allowed: z.array(z.string()),
  dial_allowlist: z.array(z.string()),
  policy_pack: PolicyPack.nullable(),
  lint: Lint,
  tests: Tests,
  engine: Engine,
  validity: Validity,
})
export type ReleaseManifest = z.infer<typeof ReleaseManifest>

/** The manifest as it is stored and signed: canonical text. */
export const manifestText = (manifest: ReleaseManifest): string => canonicalText(ReleaseManifest.parse(manifest))

/** The release's name for ever: SHA-256 over the canonical manifest. */
export const releaseHash = (manifest: ReleaseManifest): string => hashOfText('release', manifestText(manifest))

/** The hash of a prompt's words in one language, as the manifest and the journal name them. */
export const promptHash = (text: string): string => hashOf('prompt', text)
