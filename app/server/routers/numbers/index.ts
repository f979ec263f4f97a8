import { z } from 'zod'
import { allowed, router } from '../../trpc'
import { addNumber, bindNumber, removeNumber } from '../../usecases/numbers/put-number'
import { saveAccount } from '../../usecases/numbers/save-account'
import { Alias, Channel, FlowId, Name, PhoneNumber } from '../inputs'
import { accountLines, numberLines } from './lines'

const Binding = z.object({ number: PhoneNumber, channel: Channel, flow: FlowId, alias: Alias.default('live') })
const Dialled = z.string().regex(/^\+?[0-9]{2,15}$/)

export const numbers = router({
  list: allowed('number.read').query(({ ctx: { wire, person } }) => numberLines(wire, { organisation: person.organisation.id })),

  add: allowed('number.bind')
    .input(
      Binding.extend({
        account: z.string().min(1).max(80),
        humanNumber: Dialled.optional(),
        emergencyNumber: Dialled.default('911'),
        keywordReplies: z.enum(['carrier', 'ours']).default('carrier'),
      }),
    )
    .mutation(({ ctx, input }) => addNumber(ctx.desk, input)),

  bind: allowed('number.bind')
    .input(Binding)
    .mutation(({ ctx, input }) => bindNumber(ctx.desk, input)),

  remove: allowed('number.bind')
    .input(z.object({ number: PhoneNumber, channel: Channel.optional() }))
    .mutation(({ ctx, input }) => removeNumber(ctx.desk, input)),
})

/** Twilio accounts: those who bind numbers see them, those who keep keys change them. */
export const accounts = router({
  list: allowed('number.read').query(({ ctx: { wire, person } }) => accountLines(wire, { organisation: person.organisation.id })),

  save: allowed('key.manage')
    .input(
      z.object({
        sid: z.string().regex(/^AC[0-9a-f]{32}$/i),
        name: Name,
        authTokens: z
          .array(z.string().regex(/^[\x21-\x7e]{16,128}$/))
          .min(1)
          .max(2),
      }),
    )
    .mutation(({ ctx, input }) => saveAccount(ctx.desk, input)),
})
