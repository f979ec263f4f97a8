import { and, asc, eq } from 'drizzle-orm'
import type { Row } from '../rows'
import type { Tx } from '../store'

export interface AccountInput {
  organisation: string
  id: string
  sid: string
  name: string
  authTokens: readonly string[]
}

const placeOf = ({ organisation, id }: { organisation: string; id: string }) => ({
  organisation,
  table: 'telephony_accounts',
  row: id,
  column: 'auth_tokens',
})

/** Adds a Twilio account or replaces its tokens. False when another organisation has an account of this id. */
export async function putAccount({ db, t, vault }: Tx, { organisation, id, sid, name, authTokens }: AccountInput): Promise<boolean> {
  const sealed = vault.seal(JSON.stringify(authTokens), placeOf({ organisation, id }))
  const [before] = await db
    .select({ organisation: t.telephonyAccounts.organisation })
    .from(t.telephonyAccounts)
    .where(eq(t.telephonyAccounts.id, id))
  if (before && before.organisation !== organisation) return false
  const put = await db
    .insert(t.telephonyAccounts)
    .values({ organisation, id, sid, name, authTokens: sealed })
    .onConflictDoUpdate({ target: [t.telephonyAccounts.organisation, t.telephonyAccounts.id], set: { sid, name, authTokens: sealed } })
    .returning({ id: t.telephonyAccounts.id })
  return put.length === 1
}

/** The account a webhook path names: one of two look-ups that find the organisation instead of taking it. */
export async function accountOfPath(
  { db, t, vault }: Tx,
  { id }: { id: string },
): Promise<(Row<'telephonyAccounts'> & { tokens: readonly string[] }) | undefined> {
  const [row] = await db.select().from(t.telephonyAccounts).where(eq(t.telephonyAccounts.id, id))
  return row && { ...row, tokens: tokensOf(vault, row) }
}

/** Without their tokens, but for the last four signs of the one that signs, by which people tell them apart. */
export async function accounts(
  { db, t, vault }: Tx,
  { organisation }: { organisation: string },
): Promise<{ id: string; sid: string; name: string; lastFour: string; tokens: number }[]> {
  const rows = await db
    .select()
    .from(t.telephonyAccounts)
    .where(eq(t.telephonyAccounts.organisation, organisation))
    .orderBy(asc(t.telephonyAccounts.id))
  return rows.map((row) => {
    const [first = '', ...more] = tokensOf(vault, row)
    return { id: row.id, sid: row.sid, name: row.name, lastFour: first.slice(-4), tokens: 1 + more.length }
  })
}

/** Authenticated: it is what putAccount sealed, a list of texts. */
const tokensOf = (vault: Tx['vault'], row: Row<'telephonyAccounts'>): string[] =>
  JSON.parse(vault.unseal(row.authTokens, placeOf(row))) as string[]

export async function removeAccount({ db, t }: Tx, { organisation, id }: { organisation: string; id: string }): Promise<boolean> {
  const gone = await db
    .delete(t.telephonyAccounts)
    .where(and(eq(t.telephonyAccounts.organisation, organisation), eq(t.telephonyAccounts.id, id)))
    .returning({ id: t.telephonyAccounts.id })
  return gone.length === 1
}
