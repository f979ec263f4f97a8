import { and, desc, eq, lt } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function addRefusal({ db, t }: Tx, row: NewRow<'refusals'>): Promise<void> {
  await db.insert(t.refusals).values(row).returning({ id: t.refusals.id })
}

/** Newest first; `before` is the instant of the last one seen. */
export async function refusals(
  { db, t }: Tx,
  { organisation, before, most }: { organisation: string; before?: Date | undefined; most: number },
): Promise<Row<'refusals'>[]> {
  return db
    .select()
    .from(t.refusals)
    .where(and(eq(t.refusals.organisation, organisation), before && lt(t.refusals.at, before)))
    .orderBy(desc(t.refusals.at), desc(t.refusals.id))
    .limit(most)
}
