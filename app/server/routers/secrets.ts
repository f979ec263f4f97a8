import { z } from 'zod'
import { secrets as names } from '#drizzle/queries/secrets'
import { allowed, router } from '../trpc'
import { setSecret } from '../usecases/set-secret'

const Secret = z.object({ name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/), value: z.string().min(1).max(8_000) })

/** Secrets of connectors: written, never shown. */
export const secrets = router({
  list: allowed('key.manage').query(({ ctx: { wire, person } }) =>
    wire.store.read(async (tx) =>
      (await names(tx, { organisation: person.organisation.id })).map(({ name, updatedAt }) => ({ name, setAt: updatedAt.toISOString() })),
    ),
  ),
  set: allowed('key.manage')
    .input(Secret)
    .mutation(({ ctx, input }) => setSecret(ctx.desk, input)),
})
