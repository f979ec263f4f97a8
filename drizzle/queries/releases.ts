import { and, asc, desc, eq, inArray, max } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

interface ReleaseKey {
  organisation: string
  hash: string
}

/** The version the next release of a flow must have: 1, 2, 3 … without gaps. */
export async function nextVersion({ db, t }: Tx, { organisation, flow }: { organisation: string; flow: string }): Promise<number> {
  const [row] = await db
    .select({ last: max(t.releases.version) })
    .from(t.releases)
    .where(and(eq(t.releases.organisation, organisation), eq(t.releases.flow, flow)))
  return (row?.last ?? 0) + 1
}

/** Keeps a release for good. `parts` are the hashes of all releases it pins, through others too. False when its version is not the next one. */
export async function addRelease(tx: Tx, { parts, ...row }: NewRow<'releases'> & { parts: readonly string[] }): Promise<boolean> {
  const { db, t } = tx
  const { organisation, flow, version, hash } = row
  if ((await nextVersion(tx, { organisation, flow })) !== version) return false
  const added = await db.insert(t.releases).values(row).onConflictDoNothing().returning({ hash: t.releases.hash })
  if (added.length === 0) return false
  for (const part of parts)
    await db.insert(t.releaseParts).values({ organisation, release: hash, part }).returning({ part: t.releaseParts.part })
  return true
}

export async function release({ db, t }: Tx, { organisation, hash }: ReleaseKey): Promise<Row<'releases'> | undefined> {
  const [row] = await db
    .select()
    .from(t.releases)
    .where(and(eq(t.releases.organisation, organisation), eq(t.releases.hash, hash)))
  return row
}

export type ReleaseLine = Omit<Row<'releases'>, 'manifestText' | 'chartText' | 'contentText' | 'layoutText'> &
  Pick<Row<'submissions'>, 'summary'> & { state: string }

/** Releases with their state, newest version first, without their texts. */
export async function releases(
  { db, t }: Tx,
  { organisation, flow }: { organisation: string; flow?: string | undefined },
): Promise<ReleaseLine[]> {
  const { hash, version, createdAt, createdBy, revision } = t.releases
  return db
    .select({
      organisation: t.releases.organisation,
      flow: t.releases.flow,
      ...{ hash, version, createdAt, createdBy, revision },
      state: t.submissions.state,
      summary: t.submissions.summary,
    })
    .from(t.releases)
    .innerJoin(t.submissions, and(eq(t.submissions.organisation, t.releases.organisation), eq(t.submissions.release, t.releases.hash)))
    .where(and(eq(t.releases.organisation, organisation), flow === undefined ? undefined : eq(t.releases.flow, flow)))
    .orderBy(asc(t.releases.flow), desc(version))
}

/** The releases this one pins, through others too. */
export async function partsOf({ db, t }: Tx, { organisation, hash }: ReleaseKey): Promise<string[]> {
  const rows = await db
    .select({ part: t.releaseParts.part })
    .from(t.releaseParts)
    .where(and(eq(t.releaseParts.organisation, organisation), eq(t.releaseParts.release, hash)))
  return rows.map(({ part }) => part)
}

/** The releases that pin this one: what its withdrawal reaches beside itself. */
export async function wholesOf({ db, t }: Tx, { organisation, hash }: ReleaseKey): Promise<string[]> {
  const rows = await db
    .select({ release: t.releaseParts.release })
    .from(t.releaseParts)
    .where(and(eq(t.releaseParts.organisation, organisation), eq(t.releaseParts.part, hash)))
  return rows.map(({ release: whole }) => whole)
}

/** Withdrawals of these releases, earliest first. */
export async function withdrawalsAmong(
  { db, t }: Tx,
  { organisation, hashes }: { organisation: string; hashes: readonly string[] },
): Promise<Row<'withdrawals'>[]> {
  return db
    .select()
    .from(t.withdrawals)
    .where(and(eq(t.withdrawals.organisation, organisation), inArray(t.withdrawals.release, [...hashes])))
    .orderBy(asc(t.withdrawals.at))
}

/** False when it was withdrawn before; a later "stop now" is added to the first withdrawal. */
export async function withdraw({ db, t }: Tx, row: NewRow<'withdrawals'>): Promise<boolean> {
  const added = await db.insert(t.withdrawals).values(row).onConflictDoNothing().returning({ release: t.withdrawals.release })
  if (added.length === 0 && row.stopNow) {
    await db
      .update(t.withdrawals)
      .set({ stopNow: true })
      .where(and(eq(t.withdrawals.organisation, row.organisation), eq(t.withdrawals.release, row.release)))
      .returning({ release: t.withdrawals.release })
  }
  return added.length === 1
}
