import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { NewRow, Row } from '#drizzle/rows'
import type { Tx } from '#drizzle/store'

export async function organisations({ db, t }: Tx): Promise<Row<'organisations'>[]> {
  return db.select().from(t.organisations).orderBy(asc(t.organisations.organisation))
}
export async function organisation({ db, t }: Tx, { organisation: id }: { organisation: string }): Promise<Row<'organisations'> | undefined> {
  const [row] = await db.select().from(t.organisations).where(eq(t.organisations.organisation, id))
  return row
}
export async function addOrganisation({ db, t }: Tx, row: NewRow<'organisations'>): Promise<void> {
  await db.insert(t.organisations).values(row).returning({ id: t.organisations.organisation })
}
export async function addPerson({ db, t }: Tx, row: NewRow<'people'>): Promise<boolean> {
  const added = await db.insert(t.people).values(row).onConflictDoNothing().returning({ id: t.people.id })
  return added.length === 1
}
export async function peopleOfEmail({ db, t }: Tx, { email }: { email: string }): Promise<Row<'people'>[]> {
  return db.select().from(t.people).where(eq(t.people.email, email.toLowerCase()))
}
export async function person({ db, t }: Tx, { organisation: o, id }: { organisation: string; id: string }): Promise<Row<'people'> | undefined> {
  const [row] = await db.select().from(t.people).where(and(eq(t.people.organisation, o), eq(t.people.id, id)))
  return row
}
export async function people({ db, t }: Tx, { organisation: o }: { organisation: string }): Promise<Row<'people'>[]> {
  return db.select().from(t.people).where(eq(t.people.organisation, o)).orderBy(asc(t.people.name))
}
export async function changePerson({ db, t }: Tx, { organisation: o, id, changes }: { organisation: string; id: string; changes: Partial<NewRow<'people'>> }): Promise<boolean> {
  const done = await db.update(t.people).set(changes).where(and(eq(t.people.organisation, o), eq(t.people.id, id))).returning({ id: t.people.id })
  return done.length === 1
}
export async function grants({ db, t }: Tx, { organisation: o, person: p }: { organisation: string; person?: string }): Promise<Row<'grants'>[]> {
  return db.select().from(t.grants).where(and(eq(t.grants.organisation, o), p === undefined ? undefined : eq(t.grants.person, p)))
}
export async function addGrant({ db, t }: Tx, row: NewRow<'grants'>): Promise<void> {
  await db.insert(t.grants).values(row).returning({ id: t.grants.id })
}
export async function removeGrants({ db, t }: Tx, { organisation: o, ids }: { organisation: string; ids: readonly string[] }): Promise<void> {
  await db.delete(t.grants).where(and(eq(t.grants.organisation, o), inArray(t.grants.id, [...ids]))).returning({ id: t.grants.id })
}
export async function addSignIn({ db, t }: Tx, row: NewRow<'signIns'>): Promise<void> {
  await db.insert(t.signIns).values(row).returning({ p: t.signIns.person })
}
export async function signIn({ db, t }: Tx, { organisation: o, tokenHash }: { organisation: string; tokenHash: string }): Promise<Row<'signIns'> | undefined> {
  const [row] = await db.select().from(t.signIns).where(and(eq(t.signIns.organisation, o), eq(t.signIns.tokenHash, tokenHash)))
  return row
}
export async function touchSignIn({ db, t }: Tx, { organisation: o, tokenHash, at }: { organisation: string; tokenHash: string; at: Date }): Promise<void> {
  await db.update(t.signIns).set({ lastSeenAt: at }).where(and(eq(t.signIns.organisation, o), eq(t.signIns.tokenHash, tokenHash))).returning({ p: t.signIns.person })
}
export async function endSignIn({ db, t }: Tx, { organisation: o, tokenHash }: { organisation: string; tokenHash: string }): Promise<boolean> {
  const gone = await db.delete(t.signIns).where(and(eq(t.signIns.organisation, o), eq(t.signIns.tokenHash, tokenHash))).returning({ p: t.signIns.person })
  return gone.length === 1
}
export async function endSignInsOf({ db, t }: Tx, { organisation: o, person: p, keep }: { organisation: string; person: string; keep?: string | undefined }): Promise<void> {
  await db.delete(t.signIns).where(and(eq(t.signIns.organisation, o), eq(t.signIns.person, p), keep === undefined ? undefined : ne(t.signIns.tokenHash, keep))).returning({ p: t.signIns.person })
}
export async function anyDemoPerson({ db, t }: Tx): Promise<boolean> {
  const rows = await db.select({ id: t.people.id }).from(t.people).where(and(eq(t.people.demo, true), eq(t.people.disabled, false))).limit(1)
  return rows.length > 0
}
