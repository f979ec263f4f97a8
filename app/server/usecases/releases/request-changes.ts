import { addComment } from '#drizzle/queries/comments'
import { transition } from '#drizzle/queries/submissions'
import { Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { noted } from '../noted'
import { nextState, standing } from './standing'

/** Gives a release back to its authors, with what is wanted. */
export async function requestChanges(desk: Desk, { hash, comment }: { hash: string; comment: string }): Promise<void> {
  const { wire, person } = desk
  const organisation = person.organisation.id
  await wire.store.write(async (tx) => {
    const where = await standing(tx, { organisation, hash })
    const to = nextState(desk, where, { act: 'ask_for_changes', reason: comment })
    const at = wire.clock.now()
    const moved = await transition(tx, { organisation, release: hash, from: [where.state], to, person: person.id, at, reason: comment })
    if (!moved) throw new Refusal('CONFLICT', 'lifecycle_not_from_this_state')
    const { flow, version } = where.row
    await addComment(tx, { organisation, id: wire.ids.next(), flow, release: hash, person: person.id, at, text: comment })
    const object = { type: 'release', id: hash, version: String(version) }
    await noted(tx, desk, { action: 'release.changes_requested', details: { flow, version, release_hash: hash }, object, reason: comment })
  })
}
