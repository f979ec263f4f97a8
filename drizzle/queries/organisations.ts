import { asc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function addOrganisation({ db, t }: Tx, row: NewRow<'organisations'>): Promise<boolean> {
  const added = await db.insert(t.organisations).values(row).onConflictDoNothing().returning({ organisation: t.organisations.organisation })
  return added.length === 1
}

/** All organisations of this installation: for the first start and the command line, never for a screen. */
export async function organisations({ db, t }: Tx): Promise<Row<'organisations'>[]> {
  return db.select().from(t.organisations).orderBy(asc(t.organisations.organisation))
}

export async function organisation(
  { db, t }: Tx,
  { organisation: id }: { organisation: string },
): Promise<Row<'organisations'> | undefined> {
  const [row] = await db.select().from(t.organisations).where(eq(t.organisations.organisation, id))
  return row
}

export async function putSite({ db, t }: Tx, row: NewRow<'sites'>): Promise<void> {
  const { organisation: _, id: __, ...rest } = row
  await db
    .insert(t.sites)
    .values(row)
    .onConflictDoUpdate({ target: [t.sites.organisation, t.sites.id], set: rest })
    .returning({ id: t.sites.id })
}

export async function sites({ db, t }: Tx, { organisation: id }: { organisation: string }): Promise<Row<'sites'>[]> {
  return db.select().from(t.sites).where(eq(t.sites.organisation, id)).orderBy(asc(t.sites.name))
}

export async function putTeam({ db, t }: Tx, row: NewRow<'teams'>): Promise<void> {
  const { organisation: _, id: __, ...rest } = row
  await db
    .insert(t.teams)
    .values(row)
    .onConflictDoUpdate({ target: [t.teams.organisation, t.teams.id], set: rest })
    .returning({ id: t.teams.id })
}

export async function teams({ db, t }: Tx, { organisation: id }: { organisation: string }): Promise<Row<'teams'>[]> {
  return db.select().from(t.teams).where(eq(t.teams.organisation, id)).orderBy(asc(t.teams.name))
}
