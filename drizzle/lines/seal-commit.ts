import type { Commit } from '#engine/ports'
import type { NewRow } from '../rows'
import type { DataKey, DataKeys } from '../vault/data-keys'
import type { Vault } from '../vault/vault'
import { type SealedEntry, sealEntry } from './journal'
import { legPlace, snapshotPlace, theirsPlace, timerPlace, workPlace } from './places'
import type { SealedLeg } from './sessions'

/** A commit's rows with their PHI sealed, ready to be written. */
export interface SealedCommit {
  /** When the step happened, by its own entries. */
  at: Date
  snapshot: string | null
  theirs: Pick<NewRow<'sessions'>, 'theirsBlind' | 'sealedTheirs'>
  legs: NewRow<'legs'>[]
  journal: SealedEntry[]
  timers: NewRow<'timers'>[]
  outbox: NewRow<'outbox'>[]
}

export function sealCommit(commit: Commit, { keys, key, vault }: { keys: DataKeys; key: DataKey; vault: Vault }): SealedCommit {
  const { organisation, session } = commit
  return {
    at: commit.journal[0]?.at ?? session.endedAt ?? session.startedAt,
    snapshot: session.snapshot === undefined ? null : keys.seal(JSON.stringify(session.snapshot), { key, place: snapshotPlace(session) }),
    theirs: {
      theirsBlind: vault.blind(organisation, session.theirs),
      sealedTheirs: keys.seal(session.theirs, { key, place: theirsPlace(session) }),
    },
    legs: commit.legs.map((leg) => {
      const { id, role, sid, turn, status, node, rung, answer, current, script } = leg
      const said: SealedLeg = { answer, current, script }
      const sealed = keys.seal(JSON.stringify(said), { key, place: legPlace(leg) })
      return { organisation, session: leg.session, id, role, sid, turn, status, sealed, node: node ?? null, rung: rung ?? null }
    }),
    journal: commit.journal.map((entry) => sealEntry(keys, { key, entry })),
    timers: commit.timers.start.map((timer) => ({
      ...{ organisation, session: timer.session, id: timer.id, dueAt: timer.dueAt },
      sealedEvent: keys.seal(timer.event, { key, place: timerPlace(timer) }),
    })),
    outbox: commit.outbox.map((row) => ({
      ...{
        organisation,
        id: row.id,
        session: row.session,
        account: row.account,
        key: row.key,
        attempts: row.attempts,
        notBefore: row.notBefore,
      },
      sealedWork: keys.seal(JSON.stringify(row.work), { key, place: workPlace(row) }),
      ...(row.leasedUntil && { leasedUntil: row.leasedUntil }),
      state: 'waiting',
    })),
  }
}
