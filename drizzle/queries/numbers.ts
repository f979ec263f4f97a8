import { and, asc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

type Channel = Row<'bindings'>['channel']

export interface RingingNumber extends Row<'numbers'> {
  bindings: { channel: Channel; flow: string; alias: string; release: string | null }[]
}

/** Adds a number or changes what is said about it. False when another organisation has it on this account. */
export async function putNumber({ db, t }: Tx, row: NewRow<'numbers'>): Promise<boolean> {
  const { organisation, number, ...rest } = row
  const [before] = await db
    .select({ organisation: t.numbers.organisation })
    .from(t.numbers)
    .where(and(eq(t.numbers.account, row.account), eq(t.numbers.number, number)))
  if (before && before.organisation !== organisation) return false
  const put = await db
    .insert(t.numbers)
    .values(row)
    .onConflictDoUpdate({ target: [t.numbers.organisation, t.numbers.number], set: rest })
    .returning({ number: t.numbers.number })
  return put.length === 1
}

/** Numbers with what each rings on each channel. */
export async function numbers({ db, t }: Tx, { organisation }: { organisation: string }): Promise<RingingNumber[]> {
  const found = await db.select().from(t.numbers).where(eq(t.numbers.organisation, organisation)).orderBy(asc(t.numbers.number))
  const bound = await db
    .select({
      number: t.bindings.number,
      channel: t.bindings.channel,
      flow: t.bindings.flow,
      alias: t.bindings.alias,
      release: t.aliases.release,
    })
    .from(t.bindings)
    .leftJoin(
      t.aliases,
      and(eq(t.aliases.organisation, t.bindings.organisation), eq(t.aliases.flow, t.bindings.flow), eq(t.aliases.name, t.bindings.alias)),
    )
    .where(eq(t.bindings.organisation, organisation))
    .orderBy(asc(t.bindings.channel))
  return found.map((row) => ({
    ...row,
    bindings: bound.filter(({ number }) => number === row.number).map(({ number: _, ...binding }) => binding),
  }))
}

export async function bindNumber({ db, t }: Tx, row: NewRow<'bindings'>): Promise<void> {
  const { flow, alias } = row
  await db
    .insert(t.bindings)
    .values(row)
    .onConflictDoUpdate({ target: [t.bindings.organisation, t.bindings.number, t.bindings.channel], set: { flow, alias } })
    .returning({ number: t.bindings.number })
}

export async function unbindNumber(
  { db, t }: Tx,
  { organisation, number, channel }: { organisation: string; number: string; channel: Channel },
): Promise<boolean> {
  const gone = await db
    .delete(t.bindings)
    .where(and(eq(t.bindings.organisation, organisation), eq(t.bindings.number, number), eq(t.bindings.channel, channel)))
    .returning({ number: t.bindings.number })
  return gone.length === 1
}

/** What a call or text to this number of this account rings: the other look-up that finds the organisation. */
export async function bindingOfNumber(
  { db, t }: Tx,
  { account, number, channel }: { account: string; number: string; channel: Channel },
): Promise<(Row<'numbers'> & { channel: Channel; flow: string; alias: string; release: string | null }) | undefined> {
  const [row] = await db
    .select({ number: t.numbers, channel: t.bindings.channel, flow: t.bindings.flow, alias: t.bindings.alias, release: t.aliases.release })
    .from(t.numbers)
    .innerJoin(
      t.telephonyAccounts,
      and(eq(t.telephonyAccounts.organisation, t.numbers.organisation), eq(t.telephonyAccounts.id, t.numbers.account)),
    )
    .innerJoin(
      t.bindings,
      and(eq(t.bindings.organisation, t.numbers.organisation), eq(t.bindings.number, t.numbers.number), eq(t.bindings.channel, channel)),
    )
    .leftJoin(
      t.aliases,
      and(eq(t.aliases.organisation, t.bindings.organisation), eq(t.aliases.flow, t.bindings.flow), eq(t.aliases.name, t.bindings.alias)),
    )
    .where(and(eq(t.numbers.account, account), eq(t.numbers.number, number)))
  if (!row) return undefined
  const { number: ours, ...rung } = row
  return { ...ours, ...rung }
}

/** Takes the number away with what it rings. */
export async function removeNumber({ db, t }: Tx, { organisation, number }: { organisation: string; number: string }): Promise<boolean> {
  await db
    .delete(t.bindings)
    .where(and(eq(t.bindings.organisation, organisation), eq(t.bindings.number, number)))
    .returning({ number: t.bindings.number })
  const gone = await db
    .delete(t.numbers)
    .where(and(eq(t.numbers.organisation, organisation), eq(t.numbers.number, number)))
    .returning({ number: t.numbers.number })
  return gone.length === 1
}
