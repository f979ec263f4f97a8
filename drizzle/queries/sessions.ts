import { and, desc, eq, ne } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

interface SessionKey {
  organisation: string
  id: string
}

export async function session({ db, t }: Tx, { organisation, id }: SessionKey): Promise<Row<'sessions'> | undefined> {
  const [row] = await db
    .select()
    .from(t.sessions)
    .where(and(eq(t.sessions.organisation, organisation), eq(t.sessions.id, id)))
  return row
}

/** The session one of whose legs is this call. */
export async function sessionOfCall(
  { db, t }: Tx,
  { organisation, sid }: { organisation: string; sid: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ session: t.legs.session })
    .from(t.legs)
    .where(and(eq(t.legs.organisation, organisation), eq(t.legs.sid, sid), ne(t.legs.sid, 'thread')))
    .orderBy(desc(t.legs.session))
    .limit(1)
  return row?.session
}

export async function openThread(
  { db, t }: Tx,
  { organisation, ours, theirsBlind }: { organisation: string; ours: string; theirsBlind: string },
): Promise<Row<'sessions'> | undefined> {
  const [row] = await db
    .select()
    .from(t.sessions)
    .where(
      and(
        eq(t.sessions.organisation, organisation),
        eq(t.sessions.theirsBlind, theirsBlind),
        eq(t.sessions.ours, ours),
        eq(t.sessions.status, 'open'),
        eq(t.sessions.channel, 'sms'),
      ),
    )
  return row
}

/** False when there is a session of this id, or an open thread between the same addresses, already. */
export async function addSession({ db, t }: Tx, row: NewRow<'sessions'>): Promise<boolean> {
  const added = await db.insert(t.sessions).values(row).onConflictDoNothing().returning({ id: t.sessions.id })
  return added.length === 1
}

/** Compare and set: false when the session is no longer at `expected`. */
export async function advanceSession(
  { db, t }: Tx,
  {
    organisation,
    id,
    expected,
    changes,
  }: SessionKey & { expected: number; changes: Partial<Omit<NewRow<'sessions'>, 'organisation' | 'id'>> },
): Promise<boolean> {
  const advanced = await db
    .update(t.sessions)
    .set(changes)
    .where(and(eq(t.sessions.organisation, organisation), eq(t.sessions.id, id), eq(t.sessions.revision, expected)))
    .returning({ id: t.sessions.id })
  return advanced.length === 1
}
