import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import type { Row } from '../rows'
import type { Tx } from '../store'

/** What an organisation's first entry points back to. */
const chainStart = '0'.repeat(64)

export interface AuditAppend {
  organisation: string
  at: Date
  /** Whose act it was; null for the system. */
  person: string | null
  /** Writes the entry for the place it gets: its canonical text and that text's hash. */
  write(link: { sequence: number; previous: string }): { action: string; text: string; hash: string }
}

/**
 * Appends to the organisation's chain, in the transaction of the act itself. Never in a `hot` write: only a serializable one
 * keeps two acts at once from taking the same place, by running the second again.
 */
export async function appendAudit({ db, t }: Tx, { organisation, at, person, write }: AuditAppend): Promise<number> {
  const [head] = await db.select().from(t.auditHeads).where(eq(t.auditHeads.organisation, organisation))
  const sequence = (head?.sequence ?? 0) + 1
  const previous = head?.hash ?? chainStart
  const { action, text, hash } = write({ sequence, previous })
  await db
    .insert(t.auditHeads)
    .values({ organisation, sequence, hash })
    .onConflictDoUpdate({ target: [t.auditHeads.organisation], set: { sequence, hash } })
    .returning({ sequence: t.auditHeads.sequence })
  await db
    .insert(t.auditLog)
    .values({ organisation, sequence, at, person, action, previous, hash, text })
    .returning({ sequence: t.auditLog.sequence })
  return sequence
}

/** Newest first, before a sequence number where given. */
export async function auditEntries(
  { db, t }: Tx,
  { organisation, before, most }: { organisation: string; before?: number | undefined; most: number },
): Promise<Row<'auditLog'>[]> {
  return db
    .select()
    .from(t.auditLog)
    .where(and(eq(t.auditLog.organisation, organisation), before === undefined ? undefined : lt(t.auditLog.sequence, before)))
    .orderBy(desc(t.auditLog.sequence))
    .limit(most)
}

/** Oldest first, after a sequence number: what a verifier walks, page by page. */
export async function auditAfter(
  { db, t }: Tx,
  { organisation, after, most }: { organisation: string; after: number; most: number },
): Promise<Row<'auditLog'>[]> {
  return db
    .select()
    .from(t.auditLog)
    .where(and(eq(t.auditLog.organisation, organisation), gt(t.auditLog.sequence, after)))
    .orderBy(asc(t.auditLog.sequence))
    .limit(most)
}

/** The whole chain, oldest first. */
export async function wholeAudit({ db, t }: Tx, { organisation }: { organisation: string }): Promise<Row<'auditLog'>[]> {
  return db.select().from(t.auditLog).where(eq(t.auditLog.organisation, organisation)).orderBy(asc(t.auditLog.sequence))
}

/** Where the chain ends, by the head that is kept apart from it: a chain that ends earlier was cut. */
export async function auditHead({ db, t }: Tx, { organisation }: { organisation: string }): Promise<{ sequence: number; hash: string }> {
  const [head] = await db.select().from(t.auditHeads).where(eq(t.auditHeads.organisation, organisation))
  return { sequence: head?.sequence ?? 0, hash: head?.hash ?? chainStart }
}
