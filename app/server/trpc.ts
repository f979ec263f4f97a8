import { initTRPC } from '@trpc/server'
import { may, type Permission } from '#flows/release/permissions'
import type { Person } from './auth/person'
import { complain } from './complain'
import { Refusal } from './refusal'
import type { Wire } from './wire'

/** What a procedure knows of its request. */
export interface Context {
  wire: Wire
  /** Who asks, or nobody. */
  person: Person | undefined
  /** Hash of the sign-in's token, when signed in by cookie. */
  signIn: string | undefined
  /** Names the request in the audit log and in error reports. */
  request: string
  /** Where the reader is, for signatures. */
  zone: string
  locale: string
  /** Marks the sign-in as used; polls of a screen do not. */
  touch(): Promise<void>
}

/** Everything a use case needs to act for somebody. */
export interface Desk {
  wire: Wire
  person: Person
  request: string
  zone: string
  locale: string
}

interface Meta {
  /** `signed-in`: everybody with an account. The access test walks this. */
  permission: Permission | 'signed-in'
  /** A screen asks by itself: does not keep a sign-in alive. */
  background?: true
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const { stack: _stack, ...told } = shape.data
      if (error instanceof Refusal) return { ...shape, data: { ...told, values: error.values } }
      if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR')
        return { ...shape, message: 'bad_input', data: { ...told, values: {} } }
      if (error.code !== 'INTERNAL_SERVER_ERROR') return { ...shape, message: 'not_found', data: { ...told, values: {} } }
      const message = error.cause?.name === 'Outage' ? 'store_away' : 'internal'
      return { ...shape, message, data: { ...told, values: { reference: ctx?.request ?? '' } } }
    },
  })

export const { router, createCallerFactory } = t

/** A procedure for everybody who may do this: `allowed('flow.edit')`. Who is not signed in or may not is refused before the input is read. */
export function allowed(permission: Meta['permission'], { background }: { background?: true } = {}) {
  return t.procedure.meta({ permission, ...(background && { background }) }).use(async ({ ctx, next, path }) => {
    const { person, wire, request, zone, locale } = ctx
    if (!person) throw new Refusal('UNAUTHORIZED', 'signed_out')
    if (permission !== 'signed-in' && !may(person.roles, permission)) throw new Refusal('FORBIDDEN', 'not_allowed')
    if (!background) await ctx.touch()
    const desk: Desk = { wire, person, request, zone, locale }
    const done = await next({ ctx: { person, desk } })
    if (!done.ok && done.error.code === 'INTERNAL_SERVER_ERROR') complain(done.error.cause ?? done.error, { at: path, reference: request })
    return done
  })
}
