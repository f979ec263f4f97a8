import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

interface SessionOf {
  organisation: string
  session: string
}

/** Starts a timer; one of the same id starts anew. */
export async function startTimer({ db, t }: Tx, row: NewRow<'timers'>): Promise<void> {
  const { organisation, session, id, ...rest } = row
  await db
    .insert(t.timers)
    .values(row)
    .onConflictDoUpdate({ target: [t.timers.organisation, t.timers.session, t.timers.id], set: { ...rest, leasedUntil: null } })
    .returning({ id: t.timers.id })
}

/** Stops the timers of these ids, or all of the session. Gives the ids that were running. */
export async function stopTimers(
  { db, t }: Tx,
  { organisation, session, ids }: SessionOf & { ids: readonly string[] | 'all' },
): Promise<string[]> {
  const those = ids === 'all' ? undefined : inArray(t.timers.id, [...ids])
  const stopped = await db
    .delete(t.timers)
    .where(and(eq(t.timers.organisation, organisation), eq(t.timers.session, session), those))
    .returning({ id: t.timers.id })
  return stopped.map(({ id }) => id)
}

/** Stops a timer that is due at exactly this instant. False when it was stopped, or started anew, meanwhile. */
export async function stopDueTimer(
  { db, t }: Tx,
  { organisation, session, id, dueAt }: SessionOf & { id: string; dueAt: Date },
): Promise<boolean> {
  const stopped = await db
    .delete(t.timers)
    .where(and(eq(t.timers.organisation, organisation), eq(t.timers.session, session), eq(t.timers.id, id), eq(t.timers.dueAt, dueAt)))
    .returning({ id: t.timers.id })
  return stopped.length === 1
}

export async function timersOf({ db, t }: Tx, { organisation, session }: SessionOf): Promise<Row<'timers'>[]> {
  return db
    .select()
    .from(t.timers)
    .where(and(eq(t.timers.organisation, organisation), eq(t.timers.session, session)))
    .orderBy(asc(t.timers.dueAt))
}

/**
 * Leases due timers of all organisations, the longest due first. The outer condition is asked again on the row as it is when
 * its turn to be updated comes, so that of two takers one gets it.
 */
export async function leaseTimers({ db, t }: Tx, { now, until, most }: { now: Date; until: Date; most: number }): Promise<Row<'timers'>[]> {
  const free = and(lte(t.timers.dueAt, now), or(isNull(t.timers.leasedUntil), lte(t.timers.leasedUntil, now)))
  const due = db
    .select({ organisation: t.timers.organisation, session: t.timers.session, id: t.timers.id })
    .from(t.timers)
    .where(free)
    .orderBy(asc(t.timers.dueAt))
    .limit(most)
  return db
    .update(t.timers)
    .set({ leasedUntil: until })
    .where(and(free, sql`(${t.timers.organisation}, ${t.timers.session}, ${t.timers.id}) in ${due}`))
    .returning()
}
