import { and, asc, eq } from 'drizzle-orm'
import type { Row } from '../rows'
import type { Tx } from '../store'

interface AliasKey {
  organisation: string
  flow: string
  name: string
}

export async function addAlias({ db, t }: Tx, row: AliasKey): Promise<boolean> {
  const added = await db.insert(t.aliases).values(row).onConflictDoNothing().returning({ name: t.aliases.name })
  return added.length === 1
}

/** Points an alias that still points at `from` to `to`. False when someone else pointed it elsewhere meanwhile. */
export async function pointAlias(
  tx: Tx,
  { organisation, flow, name, from, to, person, at }: AliasKey & { from: string | null; to: string | null; person: string; at: Date },
): Promise<boolean> {
  const { db, t } = tx
  await addAlias(tx, { organisation, flow, name })
  const [before] = await db.select({ release: t.aliases.release }).from(t.aliases).where(aliasIs(t, { organisation, flow, name }))
  if (!before || before.release !== from) return false
  const pointed = await db
    .update(t.aliases)
    .set({ release: to, pointedAt: at, pointedBy: person })
    .where(aliasIs(t, { organisation, flow, name }))
    .returning({ name: t.aliases.name })
  return pointed.length === 1
}

/** All aliases, or those of one flow. */
export async function aliases(
  { db, t }: Tx,
  { organisation, flow }: { organisation: string; flow?: string | undefined },
): Promise<Row<'aliases'>[]> {
  return db
    .select()
    .from(t.aliases)
    .where(and(eq(t.aliases.organisation, organisation), flow === undefined ? undefined : eq(t.aliases.flow, flow)))
    .orderBy(asc(t.aliases.flow), asc(t.aliases.name))
}

const aliasIs = (t: Tx['t'], { organisation, flow, name }: AliasKey) =>
  and(eq(t.aliases.organisation, organisation), eq(t.aliases.flow, flow), eq(t.aliases.name, name))
