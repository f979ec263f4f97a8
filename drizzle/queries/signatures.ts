import { and, asc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function addSignature({ db, t }: Tx, row: NewRow<'signatures'>): Promise<void> {
  await db.insert(t.signatures).values(row).returning({ id: t.signatures.id })
}

/** The signatures of a release in the order they were given; `revocation` where one no longer counts. */
export async function signaturesOf(
  { db, t }: Tx,
  { organisation, release }: { organisation: string; release: string },
): Promise<{ signature: Row<'signatures'>; revocation: Row<'revocations'> | null }[]> {
  return db
    .select({ signature: t.signatures, revocation: t.revocations })
    .from(t.signatures)
    .leftJoin(t.revocations, and(eq(t.revocations.organisation, t.signatures.organisation), eq(t.revocations.signature, t.signatures.id)))
    .where(and(eq(t.signatures.organisation, organisation), eq(t.signatures.release, release)))
    .orderBy(asc(t.signatures.at), asc(t.signatures.id))
}

/** False when there is no such signature, or it was revoked before. */
export async function revokeSignature({ db, t }: Tx, row: NewRow<'revocations'>): Promise<boolean> {
  const [known] = await db
    .select({ id: t.signatures.id })
    .from(t.signatures)
    .where(and(eq(t.signatures.organisation, row.organisation), eq(t.signatures.id, row.signature)))
  if (!known) return false
  const added = await db.insert(t.revocations).values(row).onConflictDoNothing().returning({ signature: t.revocations.signature })
  return added.length === 1
}
