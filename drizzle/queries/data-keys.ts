import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../store'

export async function dataKey(
  { db, t }: Tx,
  { organisation, owner }: { organisation: string; owner: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ wrapped: t.dataKeys.wrapped })
    .from(t.dataKeys)
    .where(and(eq(t.dataKeys.organisation, organisation), eq(t.dataKeys.owner, owner)))
  return row?.wrapped
}

/** Keeps the first of two keys made at once. */
export async function addDataKey({ db, t }: Tx, row: { organisation: string; owner: string; wrapped: string }): Promise<boolean> {
  const added = await db.insert(t.dataKeys).values(row).onConflictDoNothing().returning({ owner: t.dataKeys.owner })
  return added.length === 1
}

/** Erasure: what was sealed with these keys can never be read again. */
export async function destroyDataKeys(
  { db, t }: Tx,
  { organisation, owners }: { organisation: string; owners: readonly string[] },
): Promise<number> {
  const gone = await db
    .delete(t.dataKeys)
    .where(and(eq(t.dataKeys.organisation, organisation), inArray(t.dataKeys.owner, [...owners])))
    .returning({ owner: t.dataKeys.owner })
  return gone.length
}
