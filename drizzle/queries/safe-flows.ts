import { and, asc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

/** Names the signed safe flow of a channel and locale; the empty locale stands for all that have none of their own. */
export async function setSafeFlow({ db, t }: Tx, row: NewRow<'safeFlows'>): Promise<void> {
  await db
    .insert(t.safeFlows)
    .values(row)
    .onConflictDoUpdate({ target: [t.safeFlows.organisation, t.safeFlows.channel, t.safeFlows.locale], set: { release: row.release } })
    .returning({ release: t.safeFlows.release })
}

export async function safeFlows(
  { db, t }: Tx,
  { organisation, channel }: { organisation: string; channel: Row<'safeFlows'>['channel'] },
): Promise<Row<'safeFlows'>[]> {
  return db
    .select()
    .from(t.safeFlows)
    .where(and(eq(t.safeFlows.organisation, organisation), eq(t.safeFlows.channel, channel)))
    .orderBy(asc(t.safeFlows.locale))
}
