import { and, asc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function addJournal({ db, t }: Tx, rows: readonly NewRow<'journal'>[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insert(t.journal)
      .values([...rows])
      .returning({ sequence: t.journal.sequence })
}

export async function journalOf(
  { db, t }: Tx,
  { organisation, session }: { organisation: string; session: string },
): Promise<Row<'journal'>[]> {
  return db
    .select()
    .from(t.journal)
    .where(and(eq(t.journal.organisation, organisation), eq(t.journal.session, session)))
    .orderBy(asc(t.journal.sequence))
}
