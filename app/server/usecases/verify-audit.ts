import { auditAfter, auditHead } from '#drizzle/queries/audit'
import type { Store } from '#drizzle/store'
import { type ChainVerdict, verifyChain } from '#flows/release/audit'
import type { Desk } from '../trpc'
import { noted } from './noted'

const page = 1_000

/** Walks an organisation's whole audit chain and says whether every entry is the one that was written. */
export async function auditVerdict(
  { store }: { store: Pick<Store, 'read'> },
  { organisation }: { organisation: string },
): Promise<ChainVerdict> {
  // The head first: entries written while we walk are more, never fewer, than it knows.
  const end = await store.read((tx) => auditHead(tx, { organisation }))
  const head = { seq: end.sequence, hash: end.hash }
  let last = { seq: 0, hash: '0'.repeat(64) }
  let entries = 0
  for (;;) {
    const rows = await store.read((tx) => auditAfter(tx, { organisation, after: last.seq, most: page }))
    const until = rows.length < page ? { head } : {}
    const verdict = verifyChain(rows, { after: last, ...until })
    entries += verdict.entries
    if (!verdict.ok) return { ...verdict, entries }
    if (rows.length < page) return { ...verdict, entries }
    last = { seq: last.seq + verdict.entries, hash: verdict.head }
  }
}

/** The same, told to the log itself: who looked, and what was found. */
export async function verifyAudit(desk: Desk): Promise<{ ok: boolean; entries: number; brokenAt?: number }> {
  const organisation = desk.person.organisation.id
  const verdict = await auditVerdict(desk.wire, { organisation })
  const { ok, entries } = verdict
  await desk.wire.store.write((tx) =>
    noted(tx, desk, { action: 'audit.verified', details: { ok, entries }, object: { type: 'audit_log', id: organisation } }),
  )
  return verdict.ok ? { ok, entries } : { ok, entries, brokenAt: verdict.at }
}
