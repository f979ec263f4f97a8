import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import type { NewRow } from '../rows'
import type { Tx } from '../store'

export async function addContact({ db, t }: Tx, row: NewRow<'contacts'>): Promise<void> {
  await db.insert(t.contacts).values(row).returning({ id: t.contacts.id })
}

/** The newest contact of a person in a flow that was opened since then and is not closed. */
export async function openContact(
  { db, t }: Tx,
  { organisation, person, flow, since }: { organisation: string; person: string; flow: string; since: Date },
): Promise<string | undefined> {
  const { contacts: c, sessions: s } = t
  const [row] = await db
    .select({ id: c.id })
    .from(s)
    .innerJoin(c, and(eq(c.organisation, s.organisation), eq(c.id, s.contact)))
    .where(and(eq(s.organisation, organisation), eq(s.person, person), eq(s.flow, flow), gte(c.openedAt, since), isNull(c.closedAt)))
    .orderBy(desc(c.openedAt), desc(c.id))
    .limit(1)
  return row?.id
}
