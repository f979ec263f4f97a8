import { z } from 'zod'
import { editsBefore } from '#drizzle/queries/drafts'
import { flow as flowOf } from '#drizzle/queries/flows'
import { checkDraft } from '#flows/check/check-draft'
import { Edit } from '#flows/edits/edit'
import { may } from '#flows/release/permissions'
import { missing } from '../../refusal'
import { allowed, router } from '../../trpc'
import { appendEdits } from '../../usecases/append-edits'
import { entriesAfter, entryOf, readDraft } from '../../usecases/draft'
import { namesOf } from '../../usecases/people/names'
import { pinnedCharts } from '../../usecases/releases/pins'
import { FlowId } from '../inputs'

const OfFlow = z.object({ flow: FlowId })
const historyPage = 50

/** What is worked on: a log of edits per flow. */
export const drafts = router({
  load: allowed('flow.read')
    .input(OfFlow)
    .query(({ ctx: { wire, person }, input }) =>
      wire.store.read(async (tx) => {
        const key = { organisation: person.organisation.id, flow: input.flow }
        const flow = await flowOf(tx, { ...key, id: key.flow })
        if (!flow) throw missing()
        const { draft, revision } = await readDraft(tx, key)
        return { flow: flow.id, name: flow.name, revision, draft, canEdit: flow.archivedAt === null && may(person.roles, 'flow.edit') }
      }),
    ),

  edit: allowed('flow.edit')
    .input(z.object({ flow: FlowId, base: z.number().int().min(0), edits: z.array(Edit).min(1).max(500), id: z.string().min(8).max(80) }))
    .mutation(({ ctx, input }) => appendEdits(ctx.desk, input)),

  since: allowed('flow.read', { background: true })
    .input(z.object({ flow: FlowId, revision: z.number().int().min(0) }))
    .query(({ ctx: { wire, person }, input }) =>
      wire.store.read(async (tx) => {
        const key = { organisation: person.organisation.id, flow: input.flow }
        if (!(await flowOf(tx, { ...key, id: key.flow }))) throw missing()
        const entries = await entriesAfter(tx, { ...key, revision: input.revision })
        return { revision: entries.at(-1)?.revision ?? input.revision, entries }
      }),
    ),

  history: allowed('flow.read')
    .input(OfFlow.extend({ cursor: z.number().int().optional() }))
    .query(({ ctx: { wire, person }, input }) =>
      wire.store.read(async (tx) => {
        const organisation = person.organisation.id
        const rows = await editsBefore(tx, { organisation, flow: input.flow, revision: input.cursor, most: historyPage })
        const names = await namesOf(tx, organisation)
        const items = rows.map((row) => ({ ...entryOf(row), name: names.get(row.person ?? '') ?? '' }))
        return { items, cursor: rows.length === historyPage ? (rows.at(-1)?.revision ?? null) : null }
      }),
    ),

  check: allowed('flow.read')
    .input(OfFlow)
    .query(({ ctx: { wire, person }, input }) =>
      wire.store.read(async (tx) => {
        const organisation = person.organisation.id
        const { draft } = await readDraft(tx, { organisation, flow: input.flow })
        return checkDraft(draft, { release: true, subflows: await pinnedCharts(tx, { organisation, drawing: draft.drawing }) })
      }),
    ),
})
