import { randomUUID } from 'node:crypto'
import type { Commit, CommitResult, LineStore, OutboxRow } from '#engine/ports'
import { changeConsent } from '../queries/consents'
import { addContact } from '../queries/contacts'
import { addToInbox } from '../queries/inbox'
import { addJournal } from '../queries/journal'
import { putLeg } from '../queries/legs'
import { addWork } from '../queries/outbox'
import { putRung } from '../queries/rungs'
import { addSession, advanceSession, session } from '../queries/sessions'
import { startTimer, stopDueTimer, stopTimers } from '../queries/timers'
import type { Store, Tx } from '../store'
import { contactOf } from './contact'
import { journalStart } from './entry'
import { type ChainHead, chained } from './journal'
import { ownerOfSession } from './places'
import { type SealedCommit, sealCommit } from './seal-commit'

/**
 * Writes a step, all of it or nothing. Sealing happens before the transaction, so that it holds the writer no longer than the rows
 * need. @throws RangeError for a commit whose session does not grow its revision by one: a mistake of the caller.
 */
export function commitOf(store: Store): LineStore['commit'] {
  const { keys, vault } = store
  return async (commit) => {
    const { expected, session: after } = commit
    if (expected !== undefined && after.revision !== expected + 1) {
      throw new RangeError(`A commit on revision ${expected} must bring revision ${expected + 1}, not ${after.revision}.`)
    }
    const owner = ownerOfSession(after)
    // Only a session of nobody known brings a key of its own. Where another one is gone, somebody was erased, and stays so.
    const first = expected === undefined && after.person === undefined
    const key = await (first ? keys.obtain(commit.organisation, owner) : keys.find(commit.organisation, owner))
    if (!key) return 'stale'
    const sealed = sealCommit(commit, { keys, key, vault })
    try {
      return await store.write((tx) => written(tx, commit, sealed), { hot: true })
    } catch (error) {
      if (error instanceof Stale) return 'stale'
      if (error instanceof Outrun) return 'duplicate'
      throw error
    }
  }
}

/** Thrown so that what the transaction wrote before is taken back. */
class Stale extends Error {}

/** The timer that caused the step counts no more. */
class Outrun extends Error {}

async function written(tx: Tx, commit: Commit, sealed: SealedCommit): Promise<CommitResult> {
  const { organisation, session: after } = commit
  if (commit.inbox !== undefined && !(await addToInbox(tx, { organisation, key: commit.inbox, at: sealed.at }))) return 'duplicate'
  const { rows, head } = chained(sealed.journal, await headOf(tx, commit))
  await putSession(tx, { commit, sealed, head })
  await addJournal(tx, rows)
  for (const leg of sealed.legs) await putLeg(tx, leg)
  await changeTimers(tx, { commit, sealed })
  for (const work of sealed.outbox) await addWork(tx, work)
  for (const rung of rungsOf(commit.outbox, after.ours)) {
    const { theirs, ...asked } = rung
    await putRung(tx, { organisation, ...asked, theirsBlind: tx.vault.blind(organisation, theirs) })
  }
  if (commit.consent) {
    const { address, ours, change, at } = commit.consent
    await changeConsent(tx, {
      organisation,
      id: randomUUID(),
      blind: tx.vault.blind(organisation, address),
      ours,
      change,
      at,
      session: after.id,
    })
  }
  return 'committed'
}

/** Where the session's journal ends at the revision the step started from. */
async function headOf(tx: Tx, { organisation, session: { id }, expected }: Commit): Promise<ChainHead> {
  if (expected === undefined) return { length: 0, hash: journalStart }
  const now = await session(tx, { organisation, id })
  if (now?.revision !== expected) throw new Stale()
  return { length: now.journalLength, hash: now.journalHead }
}

async function putSession(tx: Tx, { commit, sealed, head }: { commit: Commit; sealed: SealedCommit; head: ChainHead }): Promise<void> {
  const { organisation, session: after, expected } = commit
  const changes = {
    release: after.release ?? null,
    flow: after.flow ?? null,
    person: after.person ?? null,
    sealedSnapshot: sealed.snapshot,
    revision: after.revision,
    status: after.status,
    outcome: after.outcome ?? null,
    nodes: after.nodes,
    locale: after.locale ?? null,
    endedAt: after.endedAt ?? null,
    journalLength: head.length,
    journalHead: head.hash,
  }
  const { id, account, channel, ours, startedAt } = after
  if (expected !== undefined) {
    if (!(await advanceSession(tx, { organisation, id, expected, changes }))) throw new Stale()
    return
  }
  const contact = await contactOf(tx, after)
  const opening = { organisation, id, contact: contact.id, account, channel, ours, startedAt }
  if (!(await addSession(tx, { ...opening, ...sealed.theirs, ...changes }))) throw new Stale()
  if (contact.isNew) await addContact(tx, { organisation, id: contact.id, person: changes.person, openedAt: startedAt })
}

/** The one that fired first, as it was when it was taken; then stops: a step may stop and start the same timer. */
async function changeTimers(tx: Tx, { commit, sealed }: { commit: Commit; sealed: SealedCommit }): Promise<void> {
  const {
    organisation,
    session: { id },
    timers,
  } = commit
  const { fired } = timers
  if (fired && !(await stopDueTimer(tx, { organisation, session: id, ...fired }))) throw new Outrun()
  if (timers.stopAll) await stopTimers(tx, { organisation, session: id, ids: 'all' })
  else if (timers.stop.length > 0) await stopTimers(tx, { organisation, session: id, ids: timers.stop })
  for (const timer of sealed.timers) await startTimer(tx, timer)
}

/** Texts of a ladder in this commit: a reply to one of them answers its rung. */
function rungsOf(
  outbox: readonly OutboxRow[],
  ours: string,
): { session: string; node: string; rung: number; ours: string; theirs: string }[] {
  return outbox.flatMap(({ session: of, work }) => {
    if (work.kind !== 'effect' || work.effect.effect !== 'message' || work.effect.rung === undefined) return []
    const { node, rung, to, from } = work.effect
    return [{ session: of, node, rung, ours: from ?? ours, theirs: to }]
  })
}
