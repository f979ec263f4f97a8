import { and, desc, eq, lte, max } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

interface SignInKey {
  organisation: string
  /** SHA-256 of the token. */
  tokenHash: string
}

export async function addSignIn({ db, t }: Tx, row: NewRow<'signIns'>): Promise<void> {
  await db.insert(t.signIns).values(row).returning({ person: t.signIns.person })
}

/** As it was written, even when it is over: the caller knows the time. */
export async function signIn({ db, t }: Tx, key: SignInKey): Promise<Row<'signIns'> | undefined> {
  const [row] = await db.select().from(t.signIns).where(isSignIn(t, key))
  return row
}

export async function touchSignIn({ db, t }: Tx, { at, ...key }: SignInKey & { at: Date }): Promise<boolean> {
  const touched = await db.update(t.signIns).set({ lastSeenAt: at }).where(isSignIn(t, key)).returning({ person: t.signIns.person })
  return touched.length === 1
}

/** The person proved who they are again, for signing. */
export async function proveSignIn({ db, t }: Tx, { at, ...key }: SignInKey & { at: Date }): Promise<boolean> {
  const proved = await db
    .update(t.signIns)
    .set({ provedAt: at, lastSeenAt: at })
    .where(isSignIn(t, key))
    .returning({ person: t.signIns.person })
  return proved.length === 1
}

export async function endSignIn({ db, t }: Tx, key: SignInKey): Promise<boolean> {
  const gone = await db.delete(t.signIns).where(isSignIn(t, key)).returning({ person: t.signIns.person })
  return gone.length === 1
}

/** Everywhere, as after a new password. */
export async function endSignInsOf({ db, t }: Tx, { organisation, person }: { organisation: string; person: string }): Promise<number> {
  const gone = await db
    .delete(t.signIns)
    .where(and(eq(t.signIns.organisation, organisation), eq(t.signIns.person, person)))
    .returning({ person: t.signIns.person })
  return gone.length
}

/** Takes away sign-ins of the organisation that were over at `at`. */
export async function clearSignIns({ db, t }: Tx, { organisation, at }: { organisation: string; at: Date }): Promise<number> {
  const gone = await db
    .delete(t.signIns)
    .where(and(eq(t.signIns.organisation, organisation), lte(t.signIns.expiresAt, at)))
    .returning({ person: t.signIns.person })
  return gone.length
}

/** When each person was last here, by person. */
export async function lastSeen({ db, t }: Tx, { organisation }: { organisation: string }): Promise<{ person: string; at: Date | null }[]> {
  return db
    .select({ person: t.signIns.person, at: max(t.signIns.lastSeenAt) })
    .from(t.signIns)
    .where(eq(t.signIns.organisation, organisation))
    .groupBy(t.signIns.person)
    .orderBy(desc(max(t.signIns.lastSeenAt)))
}

const isSignIn = (t: Tx['t'], { organisation, tokenHash }: SignInKey) =>
  and(eq(t.signIns.organisation, organisation), eq(t.signIns.tokenHash, tokenHash))
