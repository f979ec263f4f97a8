import { release as releaseOf } from '#drizzle/queries/releases'
import { signaturesOf } from '#drizzle/queries/signatures'
import { submission } from '#drizzle/queries/submissions'
import type { Row } from '#drizzle/rows'
import type { Tx } from '#drizzle/store'
import { hashOfText } from '#flows/canonical'
import { decide, type ReleaseAct, ReleaseState } from '#flows/release/lifecycle'
import { ReleaseManifest } from '#flows/release/manifest'
import { type ErrorKey, missing, Refusal } from '../../refusal'
import type { Desk } from '../../trpc'

/** A release with where it stands. */
export interface Standing {
  row: Row<'releases'>
  submitted: Row<'submissions'>
  state: ReleaseState
  manifest: ReleaseManifest
  /** Everyone who edited it, and whoever submitted it: they may not approve it. */
  authors: string[]
  /** Everyone who signed it for patient use: they may not make it live. */
  approvers: string[]
}

/** @throws Refusal `not_found`, or `release_damaged` when the manifest is not what was hashed. */
export async function standing(tx: Tx, { organisation, hash }: { organisation: string; hash: string }): Promise<Standing> {
  const row = await releaseOf(tx, { organisation, hash })
  const submitted = row && (await submission(tx, { organisation, release: hash }))
  if (!row || !submitted) throw missing()
  if (hashOfText('release', row.manifestText) !== hash) throw new Refusal('CONFLICT', 'release_damaged')
  const manifest = ReleaseManifest.parse(JSON.parse(row.manifestText))
  const authors = [...new Set([...manifest.authors.map(({ id }) => id), submitted.submittedBy])]
  const approvers = (await signaturesOf(tx, { organisation, release: hash }))
    .filter(({ signature }) => signature.meaning === 'Approved-for-patient-use')
    .map(({ signature }) => signature.person)
  return { row, submitted, state: ReleaseState.parse(submitted.state), manifest, authors, approvers }
}

/** Whether this person may take this step now. */
export const mayAct = (
  { person }: Pick<Desk, 'person'>,
  { state, authors, approvers }: Pick<Standing, 'state' | 'authors' | 'approvers'>,
  { act, reason }: { act: ReleaseAct; reason?: string },
) => decide({ state, act, person: person.id, roles: person.roles, authors, approvers, ...(reason !== undefined && { reason }) })

/** The state a step leads to. @throws Refusal `lifecycle_…` with the reason of the rule. */
export function nextState(
  desk: Pick<Desk, 'person'>,
  where: Pick<Standing, 'state' | 'authors' | 'approvers'>,
  step: { act: ReleaseAct; reason?: string },
): ReleaseState {
  const decided = mayAct(desk, where, step)
  if (decided.ok) return decided.next
  throw new Refusal(decided.reason === 'not-from-this-state' ? 'CONFLICT' : 'FORBIDDEN', lifecycleKey(decided.reason))
}

/** The catalogue's key for a rule's reason. */
export const lifecycleKey = (reason: string): ErrorKey => `lifecycle_${reason.replaceAll('-', '_')}` as ErrorKey
