import { and, asc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function legsOf({ db, t }: Tx, { organisation, session }: { organisation: string; session: string }): Promise<Row<'legs'>[]> {
  return db
    .select()
    .from(t.legs)
    .where(and(eq(t.legs.organisation, organisation), eq(t.legs.session, session)))
    .orderBy(asc(t.legs.id))
}

export async function putLeg({ db, t }: Tx, row: NewRow<'legs'>): Promise<void> {
  const { organisation, session, id, ...rest } = row
  await db
    .insert(t.legs)
    .values(row)
    .onConflictDoUpdate({ target: [t.legs.organisation, t.legs.session, t.legs.id], set: rest })
    .returning({ id: t.legs.id })
}
