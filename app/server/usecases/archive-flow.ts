import { aliases } from '#drizzle/queries/aliases'
import { changeFlow } from '#drizzle/queries/flows'
import { missing, Refusal } from '../refusal'
import type { Desk } from '../trpc'

/** Puts a flow aside. @throws Refusal `flow_live` while one of its aliases points at a release. */
export async function archiveFlow({ wire, person }: Desk, { flow }: { flow: string }): Promise<void> {
  const organisation = person.organisation.id
  await wire.store.write(async (tx) => {
    const pointed = await aliases(tx, { organisation, flow })
    if (pointed.some(({ release }) => release !== null)) throw new Refusal('CONFLICT', 'flow_live')
    const done = await changeFlow(tx, { organisation, id: flow, changes: { archivedAt: wire.clock.now() } })
    if (!done) throw missing()
  })
}
