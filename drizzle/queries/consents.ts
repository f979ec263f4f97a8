import { and, desc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

interface Between {
  organisation: string
  blind: string
  ours: string
}

/** Writes down an opt-out or opt-in and lets it hold from now on. */
export async function changeConsent({ db, t }: Tx, row: NewRow<'consents'>): Promise<void> {
  await db.insert(t.consents).values(row).returning({ id: t.consents.id })
  const { organisation, blind, ours, change, at: since } = row
  if (change === 'stop')
    await db
      .insert(t.suppressions)
      .values({ organisation, blind, ours, since })
      .onConflictDoNothing()
      .returning({ blind: t.suppressions.blind })
  else await db.delete(t.suppressions).where(between(t, { organisation, blind, ours })).returning({ blind: t.suppressions.blind })
}

export async function isSuppressed({ db, t }: Tx, key: Between): Promise<boolean> {
  const rows = await db.select({ since: t.suppressions.since }).from(t.suppressions).where(between(t, key))
  return rows.length > 0
}

/** What an address said over time, latest first. */
export async function consentsOf(
  { db, t }: Tx,
  { organisation, blind }: { organisation: string; blind: string },
): Promise<Row<'consents'>[]> {
  return db
    .select()
    .from(t.consents)
    .where(and(eq(t.consents.organisation, organisation), eq(t.consents.blind, blind)))
    .orderBy(desc(t.consents.at))
}

const between = (t: Tx['t'], { organisation, blind, ours }: Between) =>
  and(eq(t.suppressions.organisation, organisation), eq(t.suppressions.blind, blind), eq(t.suppressions.ours, ours))
