import { erasePersonRows } from './queries/erasure'
import type { Store } from './store'

/**
 * Erases a person for good. What was sealed about them can never be read again: here at once, in other processes within a minute.
 * Gives how many sessions it reached; undefined when there is no such person.
 */
export async function erasePerson(
  store: Store,
  { organisation, person, at }: { organisation: string; person: string; at: Date },
): Promise<number | undefined> {
  const sessions = await store.write((tx) => erasePersonRows(tx, { organisation, person, at }))
  if (!sessions) return undefined
  store.keys.forget(organisation, `person:${person}`)
  for (const session of sessions) store.keys.forget(organisation, `session:${session}`)
  return sessions.length
}
