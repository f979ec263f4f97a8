import { and, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function personBehind(
  { db, t }: Tx,
  { organisation, blind }: { organisation: string; blind: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ person: t.addresses.person })
    .from(t.addresses)
    .where(and(eq(t.addresses.organisation, organisation), eq(t.addresses.blind, blind)))
  return row?.person
}

/** A new person with a first address. False, and nothing written, when the address has a person already. */
export async function addPersonWithAddress(
  { db, t }: Tx,
  { address, ...person }: NewRow<'persons'> & { address: Pick<Row<'addresses'>, 'blind' | 'sealed'> },
): Promise<boolean> {
  const { organisation, id, createdAt } = person
  const added = await db
    .insert(t.addresses)
    .values({ organisation, person: id, createdAt, ...address })
    .onConflictDoNothing()
    .returning({ blind: t.addresses.blind })
  if (added.length === 0) return false
  await db.insert(t.persons).values(person).returning({ id: t.persons.id })
  return true
}

export async function addressesOf(
  { db, t }: Tx,
  { organisation, person }: { organisation: string; person: string },
): Promise<Row<'addresses'>[]> {
  return db
    .select()
    .from(t.addresses)
    .where(and(eq(t.addresses.organisation, organisation), eq(t.addresses.person, person)))
}

export async function setPreference({ db, t }: Tx, row: NewRow<'preferences'>): Promise<void> {
  await db
    .insert(t.preferences)
    .values(row)
    .onConflictDoUpdate({
      target: [t.preferences.organisation, t.preferences.person, t.preferences.name],
      set: { sealed: row.sealed, at: row.at },
    })
    .returning({ name: t.preferences.name })
}

export async function preferencesOf(
  { db, t }: Tx,
  { organisation, person }: { organisation: string; person: string },
): Promise<Row<'preferences'>[]> {
  return db
    .select()
    .from(t.preferences)
    .where(and(eq(t.preferences.organisation, organisation), eq(t.preferences.person, person)))
}
