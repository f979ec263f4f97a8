import { and, asc, desc, eq, gt, isNull, lt, max } from 'drizzle-orm'
import type { NewRow, Row } from '#drizzle/rows'
import type { Tx } from '#drizzle/store'

export async function addFlow({ db, t }: Tx, row: NewRow<'flows'>): Promise<boolean> {
  const added = await db.insert(t.flows).values(row).onConflictDoNothing().returning({ id: t.flows.id })
  return added.length === 1
}
export async function flow({ db, t }: Tx, { organisation, id }: { organisation: string; id: string }): Promise<Row<'flows'> | undefined> {
  const [row] = await db.select().from(t.flows).where(and(eq(t.flows.organisation, organisation), eq(t.flows.id, id)))
  return row
}
export async function flows({ db, t }: Tx, { organisation }: { organisation: string }): Promise<Row<'flows'>[]> {
  return db.select().from(t.flows).where(eq(t.flows.organisation, organisation)).orderBy(asc(t.flows.name))
}
export async function changeFlow({ db, t }: Tx, { organisation, id, changes }: { organisation: string; id: string; changes: Partial<NewRow<'flows'>> }): Promise<boolean> {
  const done = await db.update(t.flows).set(changes).where(and(eq(t.flows.organisation, organisation), eq(t.flows.id, id), isNull(t.flows.archivedAt))).returning({ id: t.flows.id })
  return done.length === 1
}
export async function addEdit({ db, t }: Tx, row: NewRow<'draftEdits'>): Promise<boolean> {
  const added = await db.insert(t.draftEdits).values(row).onConflictDoNothing().returning({ r: t.draftEdits.revision })
  return added.length === 1
}
export async function editsAfter({ db, t }: Tx, { organisation, flow: f, revision }: { organisation: string; flow: string; revision: number }): Promise<Row<'draftEdits'>[]> {
  return db.select().from(t.draftEdits).where(and(eq(t.draftEdits.organisation, organisation), eq(t.draftEdits.flow, f), gt(t.draftEdits.revision, revision))).orderBy(asc(t.draftEdits.revision))
}
export async function editsBefore({ db, t }: Tx, { organisation, flow: f, revision, most }: { organisation: string; flow: string; revision?: number | undefined; most: number }): Promise<Row<'draftEdits'>[]> {
  return db.select().from(t.draftEdits).where(and(eq(t.draftEdits.organisation, organisation), eq(t.draftEdits.flow, f), revision === undefined ? undefined : lt(t.draftEdits.revision, revision))).orderBy(desc(t.draftEdits.revision)).limit(most)
}
export async function lastRevision({ db, t }: Tx, { organisation, flow: f }: { organisation: string; flow: string }): Promise<number> {
  const [row] = await db.select({ last: max(t.draftEdits.revision) }).from(t.draftEdits).where(and(eq(t.draftEdits.organisation, organisation), eq(t.draftEdits.flow, f)))
  return row?.last ?? 0
}
export async function snapshot({ db, t }: Tx, { organisation, flow: f }: { organisation: string; flow: string }): Promise<{ revision: number; draft: string } | undefined> {
  const [row] = await db.select().from(t.draftSnapshots).where(and(eq(t.draftSnapshots.organisation, organisation), eq(t.draftSnapshots.flow, f)))
  return row
}
export async function putSnapshot({ db, t }: Tx, row: NewRow<'draftSnapshots'>): Promise<void> {
  const { revision, draft } = row
  await db.insert(t.draftSnapshots).values(row).onConflictDoUpdate({ target: [t.draftSnapshots.organisation, t.draftSnapshots.flow], set: { revision, draft } }).returning({ r: t.draftSnapshots.revision })
}
/** The last edit of every flow, by flow. */
export async function lastEdits({ db, t }: Tx, { organisation }: { organisation: string }): Promise<Map<string, { revision: number; at: Date; person: string | null }>> {
  const rows = await db.select({ flow: t.draftEdits.flow, revision: max(t.draftEdits.revision) }).from(t.draftEdits).where(eq(t.draftEdits.organisation, organisation)).groupBy(t.draftEdits.flow)
  const found = new Map<string, { revision: number; at: Date; person: string | null }>()
  for (const { flow: f, revision } of rows) {
    const [row] = await db.select().from(t.draftEdits).where(and(eq(t.draftEdits.organisation, organisation), eq(t.draftEdits.flow, f), eq(t.draftEdits.revision, revision ?? 0)))
    if (row) found.set(f, row)
  }
  return found
}
