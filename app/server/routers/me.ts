import { z } from 'zod'
import { may, Permission } from '#flows/release/permissions'
import { allowed, router } from '../trpc'
import { changeOwnPassword } from '../usecases/people/change-own-password'

/** Whoever is signed in. */
export const me = router({
  get: allowed('signed-in').query(({ ctx: { person } }) => ({
    ...person,
    permissions: Permission.options.filter((permission) => may(person.roles, permission)),
  })),
  setPassword: allowed('signed-in')
    .input(z.object({ current: z.string().max(1_000), next: z.string().max(1_000) }))
    .mutation(({ ctx, input }) => changeOwnPassword(ctx.desk, { ...input, keep: ctx.signIn })),
})
