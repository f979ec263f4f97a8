import { and, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

/** The latest text of a ladder to this address is the one its next reply answers. */
export async function putRung({ db, t }: Tx, row: NewRow<'rungs'>): Promise<void> {
  const { session, node, rung } = row
  await db
    .insert(t.rungs)
    .values(row)
    .onConflictDoUpdate({ target: [t.rungs.organisation, t.rungs.ours, t.rungs.theirsBlind], set: { session, node, rung } })
    .returning({ session: t.rungs.session })
}

/** The rung, while its session is open and still stands in the node that asked. */
export async function rungAskedOf(
  { db, t }: Tx,
  { organisation, ours, theirsBlind }: { organisation: string; ours: string; theirsBlind: string },
): Promise<Pick<Row<'rungs'>, 'session' | 'node' | 'rung'> | undefined> {
  const [found] = await db
    .select({ session: t.rungs.session, node: t.rungs.node, rung: t.rungs.rung, nodes: t.sessions.nodes })
    .from(t.rungs)
    .innerJoin(
      t.sessions,
      and(eq(t.sessions.organisation, t.rungs.organisation), eq(t.sessions.id, t.rungs.session), eq(t.sessions.status, 'open')),
    )
    .where(and(eq(t.rungs.organisation, organisation), eq(t.rungs.ours, ours), eq(t.rungs.theirsBlind, theirsBlind)))
  if (!found?.nodes.includes(found.node)) return undefined
  const { session, node, rung } = found
  return { session, node, rung }
}
