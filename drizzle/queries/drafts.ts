import { and, asc, desc, eq, gt, lt, lte, max } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

interface DraftKey {
  organisation: string
  flow: string
}

/** The revision a draft is at; 0 before its first edit. */
export async function lastRevision({ db, t }: Tx, key: DraftKey): Promise<number> {
  const [row] = await db
    .select({ last: max(t.draftEdits.revision) })
    .from(t.draftEdits)
    .where(isDraft(t, key))
  return row?.last ?? 0
}

/** Appends an edit. False when its revision is not the next one: somebody else's edit came first. */
export async function addEdit(tx: Tx, row: NewRow<'draftEdits'>): Promise<boolean> {
  const { db, t } = tx
  if ((await lastRevision(tx, row)) !== row.revision - 1) return false
  const added = await db.insert(t.draftEdits).values(row).onConflictDoNothing().returning({ revision: t.draftEdits.revision })
  return added.length === 1
}

/** Edits after a revision, in order; up to `until` where given. */
export async function editsAfter(
  { db, t }: Tx,
  { revision, until, ...key }: DraftKey & { revision: number; until?: number | undefined },
): Promise<Row<'draftEdits'>[]> {
  return db
    .select()
    .from(t.draftEdits)
    .where(and(isDraft(t, key), gt(t.draftEdits.revision, revision), until === undefined ? undefined : lte(t.draftEdits.revision, until)))
    .orderBy(asc(t.draftEdits.revision))
}

/** Newest first, before a revision where given: the history's pages. */
export async function editsBefore(
  { db, t }: Tx,
  { revision, most, ...key }: DraftKey & { revision?: number | undefined; most: number },
): Promise<Row<'draftEdits'>[]> {
  return db
    .select()
    .from(t.draftEdits)
    .where(and(isDraft(t, key), revision === undefined ? undefined : lt(t.draftEdits.revision, revision)))
    .orderBy(desc(t.draftEdits.revision))
    .limit(most)
}

/** The edits a request brought, when it was accepted before. */
export async function editsOfRequest({ db, t }: Tx, { request, ...key }: DraftKey & { request: string }): Promise<Row<'draftEdits'>[]> {
  return db
    .select()
    .from(t.draftEdits)
    .where(and(isDraft(t, key), eq(t.draftEdits.request, request)))
    .orderBy(asc(t.draftEdits.revision))
}

/** Everyone who edited after a revision: who therefore may not approve. */
export async function editorsSince({ db, t }: Tx, { revision, ...key }: DraftKey & { revision: number }): Promise<string[]> {
  const rows = await db
    .selectDistinct({ person: t.draftEdits.person })
    .from(t.draftEdits)
    .where(and(isDraft(t, key), gt(t.draftEdits.revision, revision)))
  return rows.flatMap(({ person }) => person ?? [])
}

/** Where each draft stands: the last edit of every flow. */
export async function lastEdits(
  { db, t }: Tx,
  { organisation }: { organisation: string },
): Promise<Pick<Row<'draftEdits'>, 'flow' | 'revision' | 'at' | 'person'>[]> {
  const last = db
    .select({ flow: t.draftEdits.flow, revision: max(t.draftEdits.revision).as('last_revision') })
    .from(t.draftEdits)
    .where(eq(t.draftEdits.organisation, organisation))
    .groupBy(t.draftEdits.flow)
    .as('last')
  const { flow, revision, at, person } = t.draftEdits
  return db
    .select({ flow, revision, at, person })
    .from(t.draftEdits)
    .innerJoin(last, and(eq(last.flow, flow), eq(last.revision, revision)))
    .where(eq(t.draftEdits.organisation, organisation))
    .orderBy(asc(flow))
}

/** A cached fold; never older than nothing, never the truth. */
export async function snapshot({ db, t }: Tx, { organisation, flow }: DraftKey): Promise<Row<'draftSnapshots'> | undefined> {
  const [row] = await db
    .select()
    .from(t.draftSnapshots)
    .where(and(eq(t.draftSnapshots.organisation, organisation), eq(t.draftSnapshots.flow, flow)))
  return row
}

/** Keeps the newer of two folds. */
export async function putSnapshot({ db, t }: Tx, row: NewRow<'draftSnapshots'>): Promise<void> {
  const { revision, draft } = row
  await db
    .insert(t.draftSnapshots)
    .values(row)
    .onConflictDoUpdate({
      target: [t.draftSnapshots.organisation, t.draftSnapshots.flow],
      set: { revision, draft },
      setWhere: lt(t.draftSnapshots.revision, revision),
    })
    .returning({ revision: t.draftSnapshots.revision })
}

const isDraft = (t: Tx['t'], { organisation, flow }: DraftKey) =>
  and(eq(t.draftEdits.organisation, organisation), eq(t.draftEdits.flow, flow))
