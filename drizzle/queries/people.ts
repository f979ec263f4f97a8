import { and, asc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

/** False when the organisation has somebody of this id or e-mail already. */
export async function addPerson({ db, t }: Tx, row: NewRow<'people'>): Promise<boolean> {
  const added = await db
    .insert(t.people)
    .values({ ...row, email: row.email.toLowerCase() })
    .onConflictDoNothing()
    .returning({ id: t.people.id })
  return added.length === 1
}

/** Whoever signs in by this e-mail, in every organisation that knows it: the password then says which one is meant. */
export async function peopleOfEmail({ db, t }: Tx, { email }: { email: string }): Promise<Row<'people'>[]> {
  return db.select().from(t.people).where(eq(t.people.email, email.toLowerCase())).orderBy(asc(t.people.organisation))
}

export async function person(
  { db, t }: Tx,
  { organisation, id }: { organisation: string; id: string },
): Promise<Row<'people'> | undefined> {
  const [row] = await db
    .select()
    .from(t.people)
    .where(and(eq(t.people.organisation, organisation), eq(t.people.id, id)))
  return row
}

export async function people({ db, t }: Tx, { organisation }: { organisation: string }): Promise<Row<'people'>[]> {
  return db.select().from(t.people).where(eq(t.people.organisation, organisation)).orderBy(asc(t.people.name), asc(t.people.id))
}

/** Whether an account of the first start's demonstration is still open, in any organisation. */
export async function hasDemoPeople({ db, t }: Tx): Promise<boolean> {
  const rows = await db
    .select({ id: t.people.id })
    .from(t.people)
    .where(and(eq(t.people.demo, true), eq(t.people.disabled, false)))
    .limit(1)
  return rows.length > 0
}

type PersonChanges = Partial<Omit<NewRow<'people'>, 'organisation' | 'id' | 'email'>>

export async function changePerson(
  { db, t }: Tx,
  { organisation, id, changes }: { organisation: string; id: string; changes: PersonChanges },
): Promise<boolean> {
  const changed = await db
    .update(t.people)
    .set(changes)
    .where(and(eq(t.people.organisation, organisation), eq(t.people.id, id)))
    .returning({ id: t.people.id })
  return changed.length === 1
}
