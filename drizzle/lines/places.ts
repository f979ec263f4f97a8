import type { LegRow, SessionRow } from '#engine/ports'
import type { KeyOwner } from '../vault/data-keys'
import type { Place } from '../vault/envelope'

/** Whose key seals a session's PHI: the person's once known, so that erasing the person erases it; else the session's own. */
export function ownerOfSession({ id, person }: Pick<SessionRow, 'id' | 'person'>): KeyOwner {
  return person === undefined ? `session:${id}` : `person:${person}`
}

export const snapshotPlace = ({ organisation, id }: Pick<SessionRow, 'organisation' | 'id'>): Place => ({
  organisation,
  table: 'sessions',
  row: id,
  column: 'snapshot',
})
export const theirsPlace = ({ organisation, id }: Pick<SessionRow, 'organisation' | 'id'>): Place => ({
  organisation,
  table: 'sessions',
  row: id,
  column: 'theirs',
})
export const legPlace = ({ organisation, session, id }: Pick<LegRow, 'organisation' | 'session' | 'id'>): Place => ({
  ...{ organisation, table: 'legs' },
  row: JSON.stringify([session, id]),
  column: 'sealed',
})
export const timerPlace = ({ organisation, session, id }: { organisation: string; session: string; id: string }): Place => ({
  ...{ organisation, table: 'timers' },
  row: JSON.stringify([session, id]),
  column: 'event',
})
export const workPlace = ({ organisation, id }: { organisation: string; id: string }): Place => ({
  organisation,
  table: 'outbox',
  row: id,
  column: 'work',
})
/** By content rather than by number: the number is given out inside the transaction, after sealing. */
export const journalPlace = ({ organisation, session, digest }: { organisation: string; session: string; digest: string }): Place => ({
  ...{ organisation, table: 'journal' },
  row: JSON.stringify([session, digest]),
  column: 'sealed',
})
export const refusalPlace = ({ organisation, id }: { organisation: string; id: string }): Place => ({
  organisation,
  table: 'refusals',
  row: id,
  column: 'sealed',
})
