import { and, asc, eq } from 'drizzle-orm'
import type { Row } from '../rows'
import type { Tx } from '../store'

interface SecretKey {
  organisation: string
  name: string
}

const placeOf = ({ organisation, name }: SecretKey) => ({ organisation, table: 'secrets', row: name, column: 'sealed' })

export async function setSecret(
  { db, t, vault }: Tx,
  { organisation, name, value, at, person }: SecretKey & { value: string; at: Date; person: string },
): Promise<void> {
  const row = { organisation, name, sealed: vault.seal(value, placeOf({ organisation, name })), updatedAt: at, updatedBy: person }
  await db
    .insert(t.secrets)
    .values(row)
    .onConflictDoUpdate({ target: [t.secrets.organisation, t.secrets.name], set: { sealed: row.sealed, updatedAt: at, updatedBy: person } })
    .returning({ name: t.secrets.name })
}

export async function secretValue({ db, t, vault }: Tx, { organisation, name }: SecretKey): Promise<string | undefined> {
  const [row] = await db
    .select({ sealed: t.secrets.sealed })
    .from(t.secrets)
    .where(and(eq(t.secrets.organisation, organisation), eq(t.secrets.name, name)))
  return row && vault.unseal(row.sealed, placeOf({ organisation, name }))
}

/** Names only: no screen ever shows a value again. */
export async function secrets(
  { db, t }: Tx,
  { organisation }: { organisation: string },
): Promise<Pick<Row<'secrets'>, 'name' | 'updatedAt' | 'updatedBy'>[]> {
  const { name, updatedAt, updatedBy } = t.secrets
  return db.select({ name, updatedAt, updatedBy }).from(t.secrets).where(eq(t.secrets.organisation, organisation)).orderBy(asc(name))
}

export async function removeSecret({ db, t }: Tx, { organisation, name }: SecretKey): Promise<boolean> {
  const gone = await db
    .delete(t.secrets)
    .where(and(eq(t.secrets.organisation, organisation), eq(t.secrets.name, name)))
    .returning({ name: t.secrets.name })
  return gone.length === 1
}
