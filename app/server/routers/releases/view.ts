import { aliases } from '#drizzle/queries/aliases'
import { flow as flowOf } from '#drizzle/queries/flows'
import { signaturesOf } from '#drizzle/queries/signatures'
import { publicKeys } from '#drizzle/queries/signing-keys'
import type { Tx } from '#drizzle/store'
import { isCountersigned } from '#engine/countersign'
import { checkDraft } from '#flows/check/check-draft'
import { SignatureRecord } from '#flows/release/signature'
import type { Desk } from '../../trpc'
import { namesOf } from '../../usecases/people/names'
import { approvalStatements } from '../../usecases/releases/approval-statements'
import { compared, drawnIn } from '../../usecases/releases/compared'
import { pinnedCharts } from '../../usecases/releases/pins'
import { numbersOf } from '../../usecases/releases/point'
import { mayAct, type Standing, standing } from '../../usecases/releases/standing'

/** A release with everything a reviewer looks at. */
export async function releaseView(tx: Tx, desk: Desk, hash: string) {
  const organisation = desk.person.organisation.id
  const where = await standing(tx, { organisation, hash })
  const { row, manifest, state, submitted } = where
  const drawn = drawnIn(row)
  const names = await namesOf(tx, organisation)
  const { base, diff } = await compared(tx, where)
  return {
    ...{ hash, flow: row.flow, version: row.version, state, manifest, ...drawn, base, diff },
    flowName: (await flowOf(tx, { organisation, id: row.flow }))?.name ?? manifest.name,
    submittedAt: submitted.submittedAt.toISOString(),
    submittedBy: names.get(submitted.submittedBy) ?? '',
    summary: submitted.summary,
    /** The reason of the last step, such as what changes were asked for. */
    decision: submitted.reason,
    signatures: await signaturesShown(tx, { organisation, hash }),
    approvalStatements: await approvalStatements(tx, where),
    findings: checkDraft(drawn, { release: true, subflows: await pinnedCharts(tx, { organisation, drawing: drawn.drawing }) }),
    liveOn: await liveOn(tx, { organisation, flow: row.flow, hash }),
    ...maySteps(desk, where),
  }
}

function maySteps(desk: Desk, where: Standing) {
  const may = (act: 'approve' | 'ask_for_changes' | 'point' | 'withdraw') => {
    const decided = mayAct(desk, where, { act, reason: 'asked later' })
    return decided.ok ? { ok: true as const, reason: null } : { ok: false as const, reason: decided.reason }
  }
  return { mayApprove: may('approve'), mayAskForChanges: may('ask_for_changes'), mayPoint: may('point'), mayWithdraw: may('withdraw') }
}

async function signaturesShown(tx: Tx, { organisation, hash }: { organisation: string; hash: string }) {
  const keys = new Map((await publicKeys(tx, { organisation })).map(({ id, publicPem }) => [id, publicPem]))
  const rows = await signaturesOf(tx, { organisation, release: hash })
  return rows.map(({ signature: { id, recordText, countersignature, keyId }, revocation }) => {
    const record = SignatureRecord.parse(JSON.parse(recordText))
    return {
      id,
      printedName: record.signer.printed_name,
      title: record.signer.title,
      meaning: record.meaning,
      statement: record.statement,
      role: record.signer.role_used,
      signedAtUtc: record.signed_at_utc,
      offset: record.signer_utc_offset,
      zone: record.signer_iana_tz,
      comment: record.comment,
      verified: revocation === null && isCountersigned(recordText, { countersignature, publicPem: keys.get(keyId) }),
    }
  })
}

/** The aliases that lead here, and their numbers. */
async function liveOn(tx: Tx, { organisation, flow, hash }: { organisation: string; flow: string; hash: string }) {
  const here = (await aliases(tx, { organisation, flow })).filter(({ release }) => release === hash)
  return Promise.all(here.map(async ({ name }) => ({ alias: name, numbers: await numbersOf(tx, { organisation, flow, alias: name }) })))
}
