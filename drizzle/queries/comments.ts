import { and, asc, eq, isNull } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function addComment({ db, t }: Tx, row: NewRow<'comments'>): Promise<void> {
  await db.insert(t.comments).values(row).returning({ id: t.comments.id })
}

/** Oldest first; of one release where given. */
export async function comments(
  { db, t }: Tx,
  { organisation, flow, release }: { organisation: string; flow: string; release?: string | undefined },
): Promise<Row<'comments'>[]> {
  return db
    .select()
    .from(t.comments)
    .where(
      and(
        eq(t.comments.organisation, organisation),
        eq(t.comments.flow, flow),
        release === undefined ? undefined : eq(t.comments.release, release),
      ),
    )
    .orderBy(asc(t.comments.at), asc(t.comments.id))
}

/** False when it is resolved already. */
export async function resolveComment(
  { db, t }: Tx,
  { organisation, id, person, at }: { organisation: string; id: string; person: string; at: Date },
): Promise<boolean> {
  const resolved = await db
    .update(t.comments)
    .set({ resolvedAt: at, resolvedBy: person })
    .where(and(eq(t.comments.organisation, organisation), eq(t.comments.id, id), isNull(t.comments.resolvedAt)))
    .returning({ id: t.comments.id })
  return resolved.length === 1
}
