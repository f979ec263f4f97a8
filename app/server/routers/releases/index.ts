import { z } from 'zod'
import { allowed, router } from '../../trpc'
import { approveRelease } from '../../usecases/releases/approve'
import { pointAlias } from '../../usecases/releases/point'
import { requestChanges } from '../../usecases/releases/request-changes'
import { standing } from '../../usecases/releases/standing'
import { submitRelease } from '../../usecases/releases/submit'
import { impactOf, withdrawRelease } from '../../usecases/releases/withdraw'
import { Alias, FlowId, Hash, Password, Reason } from '../inputs'
import { pinnable, reviewQueue } from './lists'
import { releaseView } from './view'

const OfRelease = z.object({ hash: Hash })
const Opened = z.array(z.string().max(40)).max(40)

export const releases = router({
  queue: allowed('release.read').query(({ ctx: { wire, person } }) =>
    wire.store.read((tx) => reviewQueue(tx, { organisation: person.organisation.id })),
  ),

  pinnable: allowed('flow.read').query(({ ctx: { wire, person } }) =>
    wire.store.read((tx) => pinnable(tx, { organisation: person.organisation.id })),
  ),

  get: allowed('release.read')
    .input(OfRelease)
    .query(async ({ ctx: { desk }, input: { hash } }) => {
      const { wire, person } = desk
      const view = await wire.store.read((tx) => releaseView(tx, desk, hash))
      const admitted = await wire.releases.admit(person.organisation.id, hash, wire.clock.now())
      const reasons = admitted.open ? (admitted.withdrawn ? ['withdrawn'] : []) : admitted.reasons
      return { ...view, gate: { open: reasons.length === 0, reasons } }
    }),

  submit: allowed('release.submit')
    .input(z.object({ flow: FlowId, revision: z.number().int().min(1), summary: Reason, reason: Reason, password: Password }))
    .mutation(({ ctx, input }) => submitRelease(ctx.desk, input)),

  approve: allowed('release.approve')
    .input(
      OfRelease.extend({
        password: Password,
        meaning: z.literal('Approved-for-patient-use'),
        statement: z.string().trim().min(1).max(2_000),
        comment: z.string().max(4_000),
        view: z.object({ locale: z.string().max(35), opened: Opened }),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await approveRelease(ctx.desk, input)
      return {}
    }),

  requestChanges: allowed('release.review')
    .input(OfRelease.extend({ comment: Reason }))
    .mutation(async ({ ctx, input }) => {
      await requestChanges(ctx.desk, input)
      return {}
    }),

  point: allowed('release.point')
    .input(OfRelease.extend({ flow: FlowId, alias: Alias, password: Password, reason: Reason }))
    .mutation(({ ctx, input }) => pointAlias(ctx.desk, input)),

  withdrawalImpact: allowed('release.withdraw')
    .input(OfRelease)
    .query(({ ctx: { wire, person }, input: { hash } }) =>
      wire.store.read(async (tx) => {
        const key = { organisation: person.organisation.id, hash }
        await standing(tx, key)
        return impactOf(tx, key)
      }),
    ),

  withdraw: allowed('release.withdraw')
    .input(OfRelease.extend({ reason: Reason, stopNow: z.boolean(), password: Password }))
    .mutation(async ({ ctx, input }) => {
      await withdrawRelease(ctx.desk, input)
      return {}
    }),
})
