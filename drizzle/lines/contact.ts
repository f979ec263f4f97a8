import type { SessionRow } from '#engine/ports'
import { openContact } from '../queries/contacts'
import type { Tx } from '../store'

/** How long after a contact began a new thread of texts still belongs to it: an answer often comes the next morning. */
const sameMatterMs = 24 * 60 * 60 * 1000

/**
 * The contact a new session belongs to: a thread of texts goes on with the person's open contact in the same flow, everything else
 * begins one. A new contact bears the id of its first session.
 */
export async function contactOf(
  tx: Tx,
  { organisation, id, channel, person, flow, startedAt }: SessionRow,
): Promise<{ id: string; isNew: boolean }> {
  const since = new Date(startedAt.getTime() - sameMatterMs)
  const open =
    channel === 'sms' && person !== undefined && flow !== undefined
      ? await openContact(tx, { organisation, person, flow, since })
      : undefined
  return open === undefined ? { id, isNew: true } : { id: open, isNew: false }
}
