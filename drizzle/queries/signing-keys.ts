import { and, desc, eq, isNull } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function addSigningKey({ db, t }: Tx, row: NewRow<'signingKeys'>): Promise<boolean> {
  const added = await db.insert(t.signingKeys).values(row).onConflictDoNothing().returning({ id: t.signingKeys.id })
  return added.length === 1
}

/** All keys that may have signed, retired ones too; without their private halves. */
export async function publicKeys({ db, t }: Tx, { organisation }: { organisation: string }): Promise<{ id: string; publicPem: string }[]> {
  return db
    .select({ id: t.signingKeys.id, publicPem: t.signingKeys.publicPem })
    .from(t.signingKeys)
    .where(eq(t.signingKeys.organisation, organisation))
}

/** The key that signs now. */
export async function currentSigningKey(
  { db, t }: Tx,
  { organisation }: { organisation: string },
): Promise<Row<'signingKeys'> | undefined> {
  const [row] = await db
    .select()
    .from(t.signingKeys)
    .where(and(eq(t.signingKeys.organisation, organisation), isNull(t.signingKeys.retiredAt)))
    .orderBy(desc(t.signingKeys.createdAt))
    .limit(1)
  return row
}
