import { and, asc, eq, inArray } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function addGrant({ db, t }: Tx, row: NewRow<'grants'>): Promise<void> {
  await db.insert(t.grants).values(row).returning({ id: t.grants.id })
}

/** All grants of the organisation, or one person's. */
export async function grants(
  { db, t }: Tx,
  { organisation, person }: { organisation: string; person?: string | undefined },
): Promise<Row<'grants'>[]> {
  return db
    .select()
    .from(t.grants)
    .where(and(eq(t.grants.organisation, organisation), person === undefined ? undefined : eq(t.grants.person, person)))
    .orderBy(asc(t.grants.grantedAt), asc(t.grants.id))
}

export async function removeGrants(
  { db, t }: Tx,
  { organisation, ids }: { organisation: string; ids: readonly string[] },
): Promise<number> {
  const gone = await db
    .delete(t.grants)
    .where(and(eq(t.grants.organisation, organisation), inArray(t.grants.id, [...ids])))
    .returning({ id: t.grants.id })
  return gone.length
}
