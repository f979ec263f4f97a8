import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

/** False when work with this key was written before. */
export async function addWork({ db, t }: Tx, row: NewRow<'outbox'>): Promise<boolean> {
  const added = await db.insert(t.outbox).values(row).onConflictDoNothing().returning({ id: t.outbox.id })
  return added.length === 1
}

/** Leases waiting work of all organisations, or the one row with `key`, and counts the attempt. */
export async function leaseWork(
  { db, t }: Tx,
  { now, until, most, key }: { now: Date; until: Date; most: number; key?: string | undefined },
): Promise<Row<'outbox'>[]> {
  const unleased = or(isNull(t.outbox.leasedUntil), lte(t.outbox.leasedUntil, now))
  const free = and(
    eq(t.outbox.state, 'waiting'),
    lte(t.outbox.notBefore, now),
    unleased,
    key === undefined ? undefined : eq(t.outbox.key, key),
  )
  const due = db
    .select({ organisation: t.outbox.organisation, id: t.outbox.id })
    .from(t.outbox)
    .where(free)
    .orderBy(asc(t.outbox.notBefore))
    .limit(most)
  return db
    .update(t.outbox)
    .set({ leasedUntil: until, attempts: sql`${t.outbox.attempts} + 1` })
    .where(and(free, sql`(${t.outbox.organisation}, ${t.outbox.id}) in ${due}`))
    .returning()
}

export interface Settlement {
  organisation: string
  id: string
  state: 'waiting' | 'done' | 'dead'
  notBefore?: Date | undefined
  error?: string | undefined
}

/** Ends an attempt. Work that is over keeps its row, so that its key cannot happen again, but not what it said. */
export async function settleWork({ db, t }: Tx, { organisation, id, state, notBefore, error }: Settlement): Promise<boolean> {
  const settled = await db
    .update(t.outbox)
    .set({
      state,
      leasedUntil: null,
      error: error ?? null,
      ...(notBefore && { notBefore }),
      ...(state === 'done' && { sealedWork: '' }),
    })
    .where(and(eq(t.outbox.organisation, organisation), eq(t.outbox.id, id), eq(t.outbox.state, 'waiting')))
    .returning({ id: t.outbox.id })
  return settled.length === 1
}

export async function dropWorkOf(
  { db, t }: Tx,
  { organisation, sessions }: { organisation: string; sessions: readonly string[] },
): Promise<number> {
  const gone = await db
    .delete(t.outbox)
    .where(and(eq(t.outbox.organisation, organisation), inArray(t.outbox.session, [...sessions])))
    .returning({ id: t.outbox.id })
  return gone.length
}
