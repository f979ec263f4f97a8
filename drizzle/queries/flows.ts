import { and, asc, eq, isNull } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

interface FlowKey {
  organisation: string
  id: string
}

export async function addFlow({ db, t }: Tx, row: NewRow<'flows'>): Promise<boolean> {
  const added = await db.insert(t.flows).values(row).onConflictDoNothing().returning({ id: t.flows.id })
  return added.length === 1
}

export async function flow({ db, t }: Tx, { organisation, id }: FlowKey): Promise<Row<'flows'> | undefined> {
  const [row] = await db
    .select()
    .from(t.flows)
    .where(and(eq(t.flows.organisation, organisation), eq(t.flows.id, id)))
  return row
}

/** By name, archived ones too. */
export async function flows({ db, t }: Tx, { organisation }: { organisation: string }): Promise<Row<'flows'>[]> {
  return db.select().from(t.flows).where(eq(t.flows.organisation, organisation)).orderBy(asc(t.flows.name), asc(t.flows.id))
}

/** Renames or moves a flow that is not archived. */
export async function changeFlow(
  { db, t }: Tx,
  { organisation, id, changes }: FlowKey & { changes: Partial<Pick<NewRow<'flows'>, 'name' | 'folder' | 'archivedAt'>> },
): Promise<boolean> {
  const changed = await db
    .update(t.flows)
    .set(changes)
    .where(and(eq(t.flows.organisation, organisation), eq(t.flows.id, id), isNull(t.flows.archivedAt)))
    .returning({ id: t.flows.id })
  return changed.length === 1
}

export async function archiveFlow(tx: Tx, { at, ...key }: FlowKey & { at: Date }): Promise<boolean> {
  return changeFlow(tx, { ...key, changes: { archivedAt: at } })
}
