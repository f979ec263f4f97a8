import { z } from 'zod'
import { auditEntries } from '#drizzle/queries/audit'
import { AuditEntry } from '#flows/release/audit'
import { allowed, router } from '../trpc'
import { verifyAudit } from '../usecases/verify-audit'

const page = 50

/** Acts of people and policy, newest first. */
export const audit = router({
  list: allowed('audit.read')
    .input(z.object({ cursor: z.number().int().min(1).optional() }))
    .query(({ ctx: { wire, person }, input: { cursor } }) =>
      wire.store.read(async (tx) => {
        const rows = await auditEntries(tx, { organisation: person.organisation.id, before: cursor, most: page })
        return {
          items: rows.map(({ text, hash, sequence, at }) => lineOf(text, { hash, seq: sequence, at })),
          cursor: rows.length === page ? (rows.at(-1)?.sequence ?? null) : null,
        }
      }),
    ),

  verify: allowed('audit.verify').mutation(({ ctx }) => verifyAudit(ctx.desk)),
})

/** An entry that no longer reads is still shown, with what its row says. */
function lineOf(text: string, { hash, seq, at }: { hash: string; seq: number; at: Date }) {
  const entry = AuditEntry.safeParse(parsed(text)).data
  return {
    seq,
    at: entry?.ts_utc ?? at.toISOString(),
    actor: { id: entry?.actor.id ?? '', name: entry?.actor.name ?? '', roles: entry?.actor.roles ?? [] },
    action: entry?.action ?? 'unreadable',
    object: entry?.object ?? null,
    details: (entry?.details ?? {}) as Record<string, unknown>,
    reason: entry?.reason ?? null,
    session: entry?.session_ref ?? null,
    hash,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
