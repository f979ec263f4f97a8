import { z } from 'zod'
import { replay } from '#engine/replay'
import { Channel } from '#flows/ids'
import { callView } from '../calls/call-view'
import { callList } from '../calls/list'
import { missing, Refusal } from '../refusal'
import { allowed, router } from '../trpc'
import { noted } from '../usecases/noted'
import { FlowId, Reason } from './inputs'

const OfSession = z.object({ session: z.string().min(1).max(80) })
const Filter = z.object({
  cursor: z.string().max(120).optional(),
  flow: FlowId.optional(),
  channel: Channel.optional(),
  status: z.enum(['open', 'ended']).optional(),
})

export const calls = router({
  list: allowed('call.read')
    .input(Filter)
    .query(({ ctx: { wire, person }, input }) => callList(wire, { ...input, organisation: person.organisation.id })),

  get: allowed('call.read')
    .input(OfSession)
    .query(({ ctx: { desk }, input: { session } }) => callView(desk, { session, masked: true })),

  /** Shows what was pressed, said and texted. Told to the audit log before it is shown. */
  unmask: allowed('call.reveal')
    .input(OfSession.extend({ reason: Reason }))
    .mutation(async ({ ctx: { desk }, input: { session, reason } }) => {
      const view = await callView(desk, { session, masked: false })
      const about = { object: { type: 'session', id: session }, session, reason }
      await desk.wire.store.write((tx) =>
        noted(tx, desk, { action: 'call.revealed', details: { fields: ['address', 'events', 'words'] }, ...about }),
      )
      return view
    }),

  /** Runs the session's journal through its release again. Says where it differs, not what was said. */
  replay: allowed('call.read')
    .input(OfSession)
    .mutation(async ({ ctx: { wire, person }, input }) => {
      const organisation = person.organisation.id
      const held = await wire.lines.session(organisation, input.session)
      if (!held?.session.release) throw missing()
      const admitted = await wire.releases.admit(organisation, held.session.release, held.session.startedAt)
      if (!admitted.open) throw new Refusal('CONFLICT', 'release_damaged')
      const { same, steps, differences } = replay(await wire.lines.journal(organisation, input.session), admitted.flow)
      return { same, steps, differences: differences.map(({ sequence, what }) => ({ sequence, what })) }
    }),
})
