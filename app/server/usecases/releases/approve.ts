import { transition } from '#drizzle/queries/submissions'
import { hashOfText } from '#flows/canonical'
import { reauthenticate } from '../../auth/reauthenticate'
import { Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { noted } from '../noted'
import { approvalStatements } from './approval-statements'
import { compared } from './compared'
import { sign } from './sign'
import { nextState, type Standing, standing } from './standing'

export interface ApproveInput {
  hash: string
  password: string
  /** The sentence that was shown: the product's own, in any interface language. */
  statement: string
  comment: string
  /** The language it was read in, and the sections that were opened: recorded, never enforced. */
  view: { locale: string; opened: readonly string[] }
}

/** Signs a release "Approved for patient use". Never by anybody who worked on it. */
export async function approveRelease(desk: Desk, { hash, password, statement, comment, view }: ApproveInput): Promise<void> {
  const organisation = desk.person.organisation.id
  await desk.wire.store.read(async (tx) => {
    const where = await standing(tx, { organisation, hash })
    nextState(desk, where, { act: 'approve' })
    if (!Object.values(await approvalStatements(tx, where)).includes(statement)) throw new Refusal('CONFLICT', 'statement_not_ours')
  })
  const proof = await reauthenticate(desk, password)
  await desk.wire.store.write(async (tx) => {
    const where = await standing(tx, { organisation, hash })
    const to = nextState(desk, where, { act: 'approve' })
    unchanged(where)
    const { base, hash: diff } = await compared(tx, where)
    const signature = await sign(tx, desk, {
      ...{
        release: hash,
        meaning: 'Approved-for-patient-use',
        statement,
        comment,
        permission: 'release.approve',
        proof,
        locale: view.locale,
      },
      shown: { base: base?.hash ?? null, diff },
    })
    const moved = await transition(tx, {
      organisation,
      release: hash,
      from: [where.state],
      to,
      person: desk.person.id,
      at: desk.wire.clock.now(),
    })
    if (!moved) throw new Refusal('CONFLICT', 'lifecycle_not_from_this_state')
    await noted(tx, desk, {
      action: 'release.approved',
      details: {
        flow: where.row.flow,
        version: where.row.version,
        release_hash: hash,
        signature_hash: signature,
        meaning: 'Approved-for-patient-use',
      },
      object: { type: 'release', id: hash, version: String(where.row.version) },
      reason: `Opened: ${view.opened.join(', ') || 'nothing'}`,
    })
  })
}

/** What is signed must be what was submitted, to the byte. @throws Refusal `release_damaged`. */
export function unchanged({ row, manifest }: Pick<Standing, 'row' | 'manifest'>): void {
  const same =
    hashOfText('chart', row.chartText) === manifest.chart_sha256 && hashOfText('content', row.contentText) === manifest.content_sha256
  if (!same) throw new Refusal('CONFLICT', 'release_damaged')
}
