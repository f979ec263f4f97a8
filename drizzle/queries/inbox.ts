import { and, eq } from 'drizzle-orm'
import type { Tx } from '../store'

interface InboxKey {
  organisation: string
  key: string
}

/** False when this request was committed before. */
export async function addToInbox({ db, t }: Tx, row: InboxKey & { at: Date }): Promise<boolean> {
  const added = await db.insert(t.inbox).values(row).onConflictDoNothing().returning({ key: t.inbox.key })
  return added.length === 1
}

export async function isInInbox({ db, t }: Tx, { organisation, key }: InboxKey): Promise<boolean> {
  const rows = await db
    .select({ key: t.inbox.key })
    .from(t.inbox)
    .where(and(eq(t.inbox.organisation, organisation), eq(t.inbox.key, key)))
  return rows.length > 0
}
