import { appendAudit } from '#drizzle/queries/audit'
import type { Tx } from '#drizzle/store'
import { canonicalText } from '#flows/canonical'
import type { Json } from '#flows/json'
import { type AuditAction, type AuditDetails, type AuditEntry, entryHash } from '#flows/release/audit'
import type { Person } from '../auth/person'
import type { Wire } from '../wire'

/** Whoever acts: somebody signed in, or the product itself. */
export interface Actor {
  wire: Pick<Wire, 'clock' | 'ids'>
  person: Pick<Person, 'id' | 'name' | 'roles' | 'organisation'>
  request: string | null
}

/** The product itself, for what happens by policy or at the first start. */
export const productOf = (organisation: Person['organisation']): Actor['person'] => ({
  id: 'system',
  name: 'Callwright',
  roles: [],
  organisation,
})

/** What is told to the audit log. Absent fields are null there. */
export interface Note<Action extends AuditAction> {
  action: Action
  details: AuditDetails<Action>
  object: { type: string; id: string; version?: string }
  reason?: string
  before?: string | null
  after?: string | null
  session?: string
}

/** Appends to the organisation's audit log, in the transaction of the change itself: both are there, or neither. */
export async function noted<Action extends AuditAction>(tx: Tx, { wire, person, request }: Actor, note: Note<Action>): Promise<void> {
  const at = wire.clock.now()
  const organisation = person.organisation.id
  await appendAudit(tx, {
    organisation,
    at,
    person: person.id,
    write({ sequence, previous }) {
      // The pair of action and details is checked by Note; the union cannot be told so.
      const entry = {
        v: 1,
        organisation,
        seq: sequence,
        ts_utc: at.toISOString(),
        actor: { id: person.id, name: person.name, roles: person.roles },
        object: { version: null, ...note.object },
        before_sha256: note.before ?? null,
        after_sha256: note.after ?? null,
        reason: note.reason ?? null,
        request_id: request,
        session_ref: note.session ?? null,
        node_id: null,
        prev_hash: previous,
        action: note.action,
        details: note.details,
      } as unknown as AuditEntry
      return { action: note.action, text: canonicalText(entry as unknown as Json), hash: entryHash(entry) }
    },
  })
}
