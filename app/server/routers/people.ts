import { z } from 'zod'
import { grants } from '#drizzle/queries/grants'
import { people as everybody } from '#drizzle/queries/people'
import { lastSeen } from '#drizzle/queries/sign-ins'
import { Role } from '#flows/release/permissions'
import { allowed, router } from '../trpc'
import { invite, resetPassword, setDisabled, setRoles } from '../usecases/people/change-person'
import { Name } from './inputs'

const Roles = z.array(Role).max(Role.options.length)
const OfPerson = z.object({ id: z.string().min(1).max(80) })

export const people = router({
  list: allowed('person.read').query(({ ctx: { wire, person } }) =>
    wire.store.read(async (tx) => {
      const organisation = person.organisation.id
      const granted = await grants(tx, { organisation })
      const seen = new Map((await lastSeen(tx, { organisation })).map(({ person: id, at }) => [id, at]))
      return (await everybody(tx, { organisation })).map(({ id, name, email, title, disabled, demo }) => ({
        ...{ id, name, email, title, disabled, demo },
        roles: Role.options.filter((role) => granted.some((grant) => grant.person === id && grant.role === role)),
        lastSeen: seen.get(id)?.toISOString() ?? null,
      }))
    }),
  ),

  invite: allowed('person.manage')
    .input(z.object({ name: Name, email: z.email().max(320), title: z.string().trim().max(120), roles: Roles.min(1) }))
    .mutation(({ ctx, input }) => invite(ctx.desk, input)),

  setRoles: allowed('person.manage')
    .input(OfPerson.extend({ roles: Roles }))
    .mutation(({ ctx, input }) => setRoles(ctx.desk, input)),

  setDisabled: allowed('person.manage')
    .input(OfPerson.extend({ disabled: z.boolean() }))
    .mutation(({ ctx, input }) => setDisabled(ctx.desk, input)),

  resetPassword: allowed('person.manage')
    .input(OfPerson)
    .mutation(({ ctx, input }) => resetPassword(ctx.desk, input)),
})
