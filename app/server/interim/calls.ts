import { and, count, eq, gte } from 'drizzle-orm'
import type { Tx } from '#drizzle/store'

export async function sessionsPerFlow({ db, t }: Tx, { organisation, since }: { organisation: string; since: Date }): Promise<Map<string, number>> {
  const rows = await db.select({ flow: t.sessions.flow, many: count() }).from(t.sessions).where(and(eq(t.sessions.organisation, organisation), gte(t.sessions.startedAt, since))).groupBy(t.sessions.flow)
  return new Map(rows.map(({ flow, many }) => [flow ?? '', many]))
}
