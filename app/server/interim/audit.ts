import { and, desc, eq, lt, asc } from 'drizzle-orm'
import type { Row } from '#drizzle/rows'
import type { Tx } from '#drizzle/store'

export async function appendAudit({ db, t }: Tx, { organisation, at, person, write }: { organisation: string; at: Date; person: string | null; write(link: { sequence: number; previous: string }): { action: string; text: string; hash: string } }): Promise<void> {
  const [head] = await db.select().from(t.auditHeads).where(eq(t.auditHeads.organisation, organisation))
  const sequence = (head?.sequence ?? 0) + 1
  const previous = head?.hash ?? '0'.repeat(64)
  const { action, text, hash } = write({ sequence, previous })
  await db.insert(t.auditHeads).values({ organisation, sequence, hash }).onConflictDoUpdate({ target: [t.auditHeads.organisation], set: { sequence, hash } }).returning({ s: t.auditHeads.sequence })
  await db.insert(t.auditLog).values({ organisation, sequence, at, person, action, previous, hash, text }).returning({ s: t.auditLog.sequence })
}
export async function auditEntries({ db, t }: Tx, { organisation, before, most }: { organisation: string; before?: number | undefined; most: number }): Promise<Row<'auditLog'>[]> {
  return db.select().from(t.auditLog).where(and(eq(t.auditLog.organisation, organisation), before === undefined ? undefined : lt(t.auditLog.sequence, before))).orderBy(desc(t.auditLog.sequence)).limit(most)
}
export async function wholeAudit({ db, t }: Tx, { organisation }: { organisation: string }): Promise<Row<'auditLog'>[]> {
  return db.select().from(t.auditLog).where(eq(t.auditLog.organisation, organisation)).orderBy(asc(t.auditLog.sequence))
}
