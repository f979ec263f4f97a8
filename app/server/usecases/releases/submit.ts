import { aliases } from '#drizzle/queries/aliases'
import { editorsSince } from '#drizzle/queries/drafts'
import { flow as flowOf } from '#drizzle/queries/flows'
import { addRelease, type ReleaseLine, releases } from '#drizzle/queries/releases'
import { addSubmission, submission } from '#drizzle/queries/submissions'
import type { Row } from '#drizzle/rows'
import type { Tx } from '#drizzle/store'
import { engineVersion } from '#engine/version'
import { checkDraft } from '#flows/check/check-draft'
import type { Draft } from '#flows/edits/draft'
import { buildRelease, type SealedRelease, type Submission } from '#flows/release/build'
import type { Author } from '#flows/release/manifest'
import { reauthenticate } from '../../auth/reauthenticate'
import { missing, Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { readDraft } from '../draft'
import { noted } from '../noted'
import { namesOf } from '../people/names'
import { pinnedCharts, pinsIn, releasesInside } from './pins'
import { recordingsKept } from './recordings-kept'
import { sign } from './sign'
import { nextState } from './standing'

export interface SubmitInput {
  flow: string
  /** The revision its author looked at. */
  revision: number
  summary: string
  reason: string
  password: string
}

/** Seals the draft as an immutable release, signed "Authored" by whoever submits it, and puts it before compliance. */
export async function submitRelease(desk: Desk, input: SubmitInput): Promise<{ hash: string; version: number }> {
  const proof = await reauthenticate(desk, input.password)
  return desk.wire.store.write(async (tx) => {
    const { draft, earlier } = await submittable(tx, desk, input)
    nextState(desk, { state: 'draft', authors: [], approvers: [] }, { act: 'submit' })
    const { organisation, id: person } = { organisation: desk.person.organisation.id, id: desk.person.id }
    const at = desk.wire.clock.now()
    const version = (earlier[0]?.version ?? 0) + 1
    const inside = await releasesInside(tx, { organisation, drawing: draft.drawing })
    const sealed = buildRelease(draft, await submissionOf(tx, desk, { input, draft, earlier, inside, version }))
    const { releaseHash: hash, manifestText, chartText, contentText, layoutText } = sealed
    const row = {
      organisation,
      hash,
      flow: input.flow,
      version,
      createdAt: at,
      createdBy: person,
      revision: input.revision,
      manifestText,
      chartText,
      contentText,
      layoutText,
    }
    if (!(await addRelease(tx, { ...row, parts: inside.map((part) => part.hash) }))) throw new Refusal('CONFLICT', 'draft_moved')
    await addSubmission(tx, {
      organisation,
      release: hash,
      flow: input.flow,
      state: 'in_review',
      submittedBy: person,
      submittedAt: at,
      summary: input.summary,
    })
    await authored(tx, desk, { sealed, input, version, proof })
    return { hash, version }
  })
}

/** The draft as it was looked at, with nothing that keeps it from being released, and the flow's releases, newest first. */
async function submittable(tx: Tx, { person }: Desk, { flow, revision }: SubmitInput): Promise<{ draft: Draft; earlier: ReleaseLine[] }> {
  const organisation = person.organisation.id
  const row = await flowOf(tx, { organisation, id: flow })
  if (!row) throw missing()
  if (row.archivedAt) throw new Refusal('CONFLICT', 'flow_archived')
  const now = await readDraft(tx, { organisation, flow })
  if (now.revision !== revision) throw new Refusal('CONFLICT', 'draft_moved')
  const earlier = await releases(tx, { organisation, flow })
  const same = earlier.find((release) => release.revision === revision)
  if (same) throw new Refusal('CONFLICT', 'release_same', { version: same.version })
  const count = (await findingsOf(tx, { organisation, draft: now.draft })).filter(({ level }) => level === 'must').length
  if (count > 0) throw new Refusal('PRECONDITION_FAILED', 'release_blocked', { count })
  await partsApproved(tx, { organisation, draft: now.draft })
  await recordingsKept(tx, { organisation, content: now.draft.content })
  return { draft: now.draft, earlier }
}

async function findingsOf(tx: Tx, { organisation, draft }: { organisation: string; draft: Draft }) {
  return checkDraft(draft, { release: true, subflows: await pinnedCharts(tx, { organisation, drawing: draft.drawing }) })
}

const signedOff = ['approved', 'scheduled', 'live', 'superseded']

async function partsApproved(tx: Tx, { organisation, draft }: { organisation: string; draft: Draft }): Promise<void> {
  for (const { node, hash } of pinsIn(draft.drawing)) {
    const state = (await submission(tx, { organisation, release: hash }))?.state ?? ''
    if (!signedOff.includes(state)) throw new Refusal('PRECONDITION_FAILED', 'part_not_approved', { node })
  }
}

interface Submitting {
  input: SubmitInput
  draft: Draft
  earlier: readonly ReleaseLine[]
  inside: readonly Row<'releases'>[]
  version: number
}

async function submissionOf(tx: Tx, { wire, person }: Desk, { input, draft, earlier, inside, version }: Submitting): Promise<Submission> {
  const organisation = person.organisation.id
  const pointed = (await aliases(tx, { organisation, flow: input.flow })).map(({ release }) => release)
  const live = earlier.find(({ hash }) => pointed.includes(hash)) ?? earlier.find(({ state }) => ['live', 'superseded'].includes(state))
  return {
    tenant: organisation,
    version,
    createdAt: wire.clock.now().toISOString(),
    authors: await authorsSince(tx, { organisation, flow: input.flow, revision: live?.revision ?? 0, submitter: person.id }),
    parentReleaseHash: live?.hash ?? null,
    changeSummary: input.summary,
    changeReason: input.reason,
    subflows: inside.map((part) => ({ flow_id: part.flow, version: part.version, release_hash: part.hash })),
    findings: await findingsOf(tx, { organisation, draft }),
    engine: { semver: engineVersion },
  }
}

/** Everyone whose edits are new since the release that was live last, and whoever submits. */
async function authorsSince(
  tx: Tx,
  { submitter, ...since }: { organisation: string; flow: string; revision: number; submitter: string },
): Promise<Author[]> {
  const names = await namesOf(tx, since.organisation)
  const ids = new Set([...(await editorsSince(tx, since)), submitter])
  return [...ids].map((id) => ({ id, name: names.get(id) ?? id }))
}

/** What the author declares by submitting. Shown in the dialog, kept in the signature. */
export const authoredStatement = 'I wrote or edited this flow and submit it for review.'

async function authored(
  tx: Tx,
  desk: Desk,
  {
    sealed,
    input,
    version,
    proof,
  }: { sealed: SealedRelease; input: SubmitInput; version: number; proof: Awaited<ReturnType<typeof reauthenticate>> },
): Promise<void> {
  const { releaseHash: hash } = sealed
  const details = { flow: input.flow, version, release_hash: hash }
  const object = { type: 'release', id: hash, version: String(version) }
  await noted(tx, desk, {
    action: 'release.submitted',
    details: { ...details, layout_sha256: sealed.layoutHash },
    object,
    after: hash,
    reason: input.reason,
  })
  const signature = await sign(tx, desk, {
    release: hash,
    meaning: 'Authored',
    statement: authoredStatement,
    comment: input.summary,
    permission: 'release.submit',
    proof,
  })
  await noted(tx, desk, { action: 'release.signed', details: { ...details, signature_hash: signature, meaning: 'Authored' }, object })
}
