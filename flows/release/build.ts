import { canonicalText, hashOf, hashOfText } from '../canonical'
import { type Chart, chartFormat } from '../chart'
import { compile } from '../compile'
import type { Content } from '../content'
import type { Drawing, Layout } from '../drawing'
import type { Json } from '../json'
import type { Finding } from '../node'
import { contentInUse } from './content-in-use'
import { type Author, manifestFormat, manifestText, promptHash, type ReleaseManifest, type RiskClass, releaseHash } from './manifest'
import { riskOf } from './risk'

/** What a submission knows beside the draft. Everything the manifest can hold and nobody filled is empty. */
export interface Submission {
  tenant: string
  /** Gapless per flow, from 1. */
  version: number
  createdAt: string
  authors: readonly Author[]
  parentReleaseHash: string | null
  changeSummary: string
  changeReason: string
  raisedTo?: RiskClass
  subflows?: ReleaseManifest['subflows']
  findings?: readonly Finding[]
  waivers?: ReleaseManifest['lint']['waivers']
  tests?: ReleaseManifest['tests']
  validity?: Partial<ReleaseManifest['validity']>
  engine: Pick<ReleaseManifest['engine'], 'semver'> & Partial<ReleaseManifest['engine']>
}

/** A release as it is stored: texts, never objects, so that what was hashed is what is kept. */
export interface SealedRelease {
  releaseHash: string
  manifest: ReleaseManifest
  manifestText: string
  chartText: string
  contentText: string
  layoutText: string
  layoutHash: string
}

/** Seals a draft: compiles it, drops words nothing speaks, and writes the manifest over both. Same input, same hash. @throws as `compile` does. */
export function buildRelease(
  { drawing, content, layout }: { drawing: Drawing; content: Content; layout: Layout },
  submission: Submission,
): SealedRelease {
  const chart = compile(drawing)
  const used = contentInUse(drawing, content)
  const manifest = buildManifest({ chart, drawing, content: used }, submission)
  const layoutText = canonicalText(jsonOf(layout))
  return {
    releaseHash: releaseHash(manifest),
    manifest,
    manifestText: manifestText(manifest),
    chartText: canonicalText(jsonOf(chart)),
    contentText: canonicalText(jsonOf(used)),
    layoutText,
    layoutHash: hashOfText('layout', layoutText),
  }
}

/** The manifest of a chart and its words, with every field there is. */
export function buildManifest({ chart, drawing, content }: Sources, submission: Submission): ReleaseManifest {
  const chartHash = hashOf('chart', jsonOf(chart))
  return {
    format: manifestFormat,
    ...headOf({ drawing, content }, submission),
    chart_sha256: chartHash,
    content_sha256: hashOf('content', jsonOf(content)),
    prompts: promptsOf(content),
    subflows: submission.subflows ?? [],
    connectors: connectorsOf(drawing),
    variables: drawing.variables.map(({ name, type, phi, purpose, retentionDays }) => ({
      name,
      type,
      phi_class: phi,
      purpose,
      retention_days: retentionDays,
    })),
    models: [],
    calendars: [],
    number_bindings_allowed: [],
    dial_allowlist: [],
    policy_pack: null,
    lint: lintOf(chartHash, submission),
    tests: submission.tests ?? noTests,
    engine: engineOf(submission),
    validity: { effective_from: null, review_by: null, expires_at: null, ...submission.validity },
  }
}

interface Sources {
  chart: Chart
  drawing: Drawing
  content: Content
}

/** Which flow this is, who wrote it and why. */
function headOf({ drawing, content }: Omit<Sources, 'chart'>, submission: Submission) {
  const { tenant, version, createdAt, authors, parentReleaseHash, changeSummary, changeReason, raisedTo = 'low' } = submission
  return {
    tenant,
    flow_id: drawing.id,
    name: drawing.name,
    version,
    risk_class: riskOf({ drawing, content }, { raisedTo }),
    channels: drawing.channels,
    locales: drawing.locales,
    created_at: createdAt,
    authors: [...authors].sort((one, other) => (one.id < other.id ? -1 : 1)),
    parent_release_hash: parentReleaseHash,
    change_summary: changeSummary,
    change_reason: changeReason,
  }
}

/** A release never runs on an engine older than the one it was sealed with, unless the submission says so. */
const engineOf = ({ engine }: Submission): ReleaseManifest['engine'] => ({
  git_sha: null,
  node_schema_version: chartFormat,
  twiml_renderer_version: engine.semver,
  xstate_version: '5',
  min_engine: engine.semver,
  max_engine: null,
  ...engine,
})

function promptsOf(content: Content): ReleaseManifest['prompts'] {
  const prompts = Object.entries(content).flatMap(([key, byLocale]) =>
    Object.entries(byLocale).map(([locale, words]) => ({
      key,
      locale,
      text_sha256: promptHash(words.text),
      audio_sha256: words.audio ?? null,
      audio_url: words.audioUrl ?? null,
      voice: words.voice ?? null,
      engine: null,
      claims_refs: [],
      translated_by: words.translatedBy ?? null,
      translation_reviewed_by: words.translationReviewedBy ?? null,
    })),
  )
  const place = ({ key, locale }: { key: string; locale: string }) => `${key} ${locale}`
  return prompts.sort((one, other) => (place(one) < place(other) ? -1 : 1))
}

/** Every request the flow can make. Hosts are allowed one by one where the installation says so; until then the list is empty. */
function connectorsOf({ nodes }: Drawing): ReleaseManifest['connectors'] {
  return Object.keys(nodes)
    .sort()
    .flatMap((id) => {
      const node = nodes[id]
      if (node?.type !== 'http') return []
      const { method, url, timeoutMs } = node.settings
      return {
        id,
        method: typeof method === 'string' ? method : 'GET',
        url_template: typeof url === 'string' ? url : '',
        host_allowlist: [],
        timeout_ms: typeof timeoutMs === 'number' ? timeoutMs : 4000,
        phi_allowed: false,
        baa_ref: null,
        config_sha256: hashOf('policy', node.settings),
      }
    })
}

function lintOf(chartHash: string, { findings = [], waivers = [] }: Submission): ReleaseManifest['lint'] {
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length
  return {
    result_sha256: hashOf('policy', { chart_sha256: chartHash, findings: jsonOf(findings) }),
    counts: { hard: count('must'), soft: 0, advisory: count('should') },
    waivers,
  }
}

const noTests: ReleaseManifest['tests'] = {
  suite_sha256: null,
  run_id: null,
  passed: 0,
  failed: 0,
  node_coverage: 0,
  edge_coverage: 0,
  result_sha256: null,
}

/** Typed values as plain JSON: optional fields that are absent stay absent. */
const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json
