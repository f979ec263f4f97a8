import { and, count, desc, eq, gte, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Row } from '../rows'
import type { Tx } from '../store'

export interface CallFilter {
  organisation: string
  flow?: string | undefined
  channel?: Row<'sessions'>['channel'] | undefined
  status?: Row<'sessions'>['status'] | undefined
  outcome?: string | undefined
  release?: string | undefined
  person?: string | undefined
  ours?: string | undefined
  /** Blind index of the other side's address. */
  theirsBlind?: string | undefined
  /** Only those the safe flow answered, or only those a release answered. */
  safe?: boolean | undefined
  from?: Date | undefined
  until?: Date | undefined
}

/** Where a page ended: the start and id of its last session. */
export interface CallCursor {
  startedAt: Date
  id: string
}

/** Sessions that began last come first. */
export async function calls(
  { db, t }: Tx,
  { cursor, most, ...filter }: CallFilter & { cursor?: CallCursor | undefined; most: number },
): Promise<Row<'sessions'>[]> {
  const s = t.sessions
  const beyond = cursor && or(lt(s.startedAt, cursor.startedAt), and(eq(s.startedAt, cursor.startedAt), lt(s.id, cursor.id)))
  return db
    .select()
    .from(s)
    .where(and(matches(t, filter), beyond))
    .orderBy(desc(s.startedAt), desc(s.id))
    .limit(most)
}

export async function countCalls({ db, t }: Tx, filter: CallFilter): Promise<number> {
  const [row] = await db.select({ count: count() }).from(t.sessions).where(matches(t, filter))
  return row?.count ?? 0
}

/** How many sessions began since `from`, by flow. */
export async function callsByFlow(
  { db, t }: Tx,
  { organisation, from }: { organisation: string; from: Date },
): Promise<{ flow: string; count: number }[]> {
  const rows = await db
    .select({ flow: t.sessions.flow, count: count() })
    .from(t.sessions)
    .where(and(eq(t.sessions.organisation, organisation), gte(t.sessions.startedAt, from), isNotNull(t.sessions.flow)))
    .groupBy(t.sessions.flow)
  return rows.flatMap(({ flow, count: number }) => (flow === null ? [] : [{ flow, count: number }]))
}

/** Sessions still running on any of these releases: what a withdrawal reaches. */
export async function openOnReleases(
  { db, t }: Tx,
  { organisation, releases }: { organisation: string; releases: readonly string[] },
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(t.sessions)
    .where(and(eq(t.sessions.organisation, organisation), eq(t.sessions.status, 'open'), inArray(t.sessions.release, [...releases])))
  return row?.count ?? 0
}

function matches(
  t: Tx['t'],
  { organisation, flow, channel, status, outcome, release, person, ours, theirsBlind, safe, from, until }: CallFilter,
) {
  const s = t.sessions
  return and(
    eq(s.organisation, organisation),
    flow === undefined ? undefined : eq(s.flow, flow),
    channel && eq(s.channel, channel),
    status && eq(s.status, status),
    outcome === undefined ? undefined : eq(s.outcome, outcome),
    release === undefined ? undefined : eq(s.release, release),
    person === undefined ? undefined : eq(s.person, person),
    ours === undefined ? undefined : eq(s.ours, ours),
    theirsBlind === undefined ? undefined : eq(s.theirsBlind, theirsBlind),
    safe === undefined ? undefined : safe ? isNull(s.release) : isNotNull(s.release),
    from && gte(s.startedAt, from),
    until && lt(s.startedAt, until),
  )
}
