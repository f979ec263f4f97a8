import { z } from 'zod'
import { releases } from '#drizzle/queries/releases'
import { missing } from '../../refusal'
import { allowed, router } from '../../trpc'
import { archiveFlow } from '../../usecases/archive-flow'
import { createFlow } from '../../usecases/create-flow'
import { namesOf } from '../../usecases/people/names'
import { Channels, FlowId, Locales, Name } from '../inputs'
import { flowLines } from './lines'

const OfFlow = z.object({ flow: FlowId })

export const flows = router({
  list: allowed('flow.read').query(({ ctx: { wire, person } }) =>
    wire.store.read((tx) => flowLines(tx, wire, { organisation: person.organisation.id })),
  ),

  get: allowed('flow.read')
    .input(OfFlow)
    .query(({ ctx: { wire, person }, input: { flow } }) =>
      wire.store.read(async (tx) => {
        const organisation = person.organisation.id
        const [line] = await flowLines(tx, wire, { organisation, flow })
        if (!line) throw missing()
        const names = await namesOf(tx, organisation)
        const rows = await releases(tx, { organisation, flow })
        return {
          ...line,
          releases: rows.map(({ hash, version, state, createdAt, createdBy }) => ({
            ...{ hash, version, state },
            submittedAt: createdAt.toISOString(),
            submittedBy: names.get(createdBy ?? '') ?? '',
          })),
        }
      }),
    ),

  create: allowed('flow.edit')
    .input(z.object({ name: Name, channels: Channels, locales: Locales }))
    .mutation(({ ctx, input }) => createFlow(ctx.desk, input)),

  archive: allowed('flow.edit')
    .input(OfFlow)
    .mutation(({ ctx, input }) => archiveFlow(ctx.desk, input)),
})
