import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../store'
import { destroyDataKeys } from './data-keys'
import { dropWorkOf } from './outbox'

/**
 * Erases a person: destroys the keys of everything sealed about them, takes away their addresses, preferences and pending work,
 * and ends their sessions. Journals keep their chain; opt-outs keep holding, since a blind index names nobody without the address.
 * Gives the sessions it touched, or undefined when there is no such person.
 */
export async function erasePersonRows(
  tx: Tx,
  { organisation, person, at }: { organisation: string; person: string; at: Date },
): Promise<string[] | undefined> {
  const { db, t } = tx
  const erased = await db
    .update(t.persons)
    .set({ erasedAt: at })
    .where(and(eq(t.persons.organisation, organisation), eq(t.persons.id, person)))
    .returning({ id: t.persons.id })
  if (erased.length === 0) return undefined
  const touched = await db
    .update(t.sessions)
    // A step that is under way must not bring the session back.
    .set({ theirsBlind: '', sealedSnapshot: null, revision: sql`${t.sessions.revision} + 1` })
    .where(and(eq(t.sessions.organisation, organisation), eq(t.sessions.person, person)))
    .returning({ id: t.sessions.id, status: t.sessions.status })
  await db
    .delete(t.addresses)
    .where(and(eq(t.addresses.organisation, organisation), eq(t.addresses.person, person)))
    .returning({ person: t.addresses.person })
  await db
    .delete(t.preferences)
    .where(and(eq(t.preferences.organisation, organisation), eq(t.preferences.person, person)))
    .returning({ name: t.preferences.name })
  const sessions = touched.map(({ id }) => id)
  const open = touched.filter(({ status }) => status === 'open').map(({ id }) => id)
  if (open.length > 0) {
    await db
      .update(t.sessions)
      .set({ status: 'ended', outcome: 'erased', endedAt: at })
      .where(and(eq(t.sessions.organisation, organisation), inArray(t.sessions.id, open)))
      .returning({ id: t.sessions.id })
  }
  if (sessions.length > 0) {
    await dropWorkOf(tx, { organisation, sessions })
    await db
      .delete(t.timers)
      .where(and(eq(t.timers.organisation, organisation), inArray(t.timers.session, sessions)))
      .returning({ id: t.timers.id })
  }
  await destroyDataKeys(tx, { organisation, owners: [`person:${person}`, ...sessions.map((id) => `session:${id}`)] })
  return sessions
}
