import type { LegRow, LineStore, SessionRow } from '#engine/ports'
import { legsOf } from '../queries/legs'
import { openThread, session, sessionOfCall } from '../queries/sessions'
import type { Row } from '../rows'
import type { Store } from '../store'
import type { DataKeys } from '../vault/data-keys'
import { legPlace, snapshotPlace, theirsPlace } from './places'

/** What a leg's sealed column holds. */
export type SealedLeg = Pick<LegRow, 'answer' | 'current' | 'script'>

type Found = { session: SessionRow; legs: readonly LegRow[] } | undefined

/** Sessions with their legs, opened. */
export function sessionLines(store: Store): Pick<LineStore, 'session' | 'sessionBySid' | 'thread'> {
  const { keys } = store
  async function whole(row: Row<'sessions'> | undefined): Promise<Found> {
    if (!row) return undefined
    const legs = await store.read((tx) => legsOf(tx, { organisation: row.organisation, session: row.id }))
    return { session: await sessionFrom(keys, row), legs: await Promise.all(legs.map((leg) => legFrom(keys, leg))) }
  }
  const byId: LineStore['session'] = async (organisation, id) => whole(await store.read((tx) => session(tx, { organisation, id })))
  return {
    session: byId,
    async sessionBySid(organisation, sid) {
      const id = await store.read((tx) => sessionOfCall(tx, { organisation, sid }))
      return id === undefined ? undefined : byId(organisation, id)
    },
    thread: async ({ organisation, ours, theirs }) =>
      whole(await store.read((tx) => openThread(tx, { organisation, ours, theirsBlind: store.vault.blind(organisation, theirs) }))),
  }
}

async function sessionFrom(keys: DataKeys, row: Row<'sessions'>): Promise<SessionRow> {
  const { organisation, id, account, channel, ours, revision, status, nodes, startedAt } = row
  const snapshot = row.sealedSnapshot === null ? undefined : await keys.open(row.sealedSnapshot, snapshotPlace(row))
  return {
    ...{ organisation, id, account, channel, ours, revision, status, nodes, startedAt },
    release: row.release ?? undefined,
    flow: row.flow ?? undefined,
    theirs: await theirsOf(keys, row),
    person: row.person ?? undefined,
    // Sealed by a commit from a JsonObject, and unchanged since.
    snapshot: snapshot === undefined ? undefined : (JSON.parse(snapshot) as NonNullable<SessionRow['snapshot']>),
    outcome: row.outcome ?? undefined,
    locale: row.locale ?? undefined,
    endedAt: row.endedAt ?? undefined,
  }
}

/** The other side's address; empty when it was erased. */
export async function theirsOf(keys: DataKeys, row: Pick<Row<'sessions'>, 'organisation' | 'id' | 'sealedTheirs'>): Promise<string> {
  return (await keys.open(row.sealedTheirs, theirsPlace(row))) ?? ''
}

async function legFrom(keys: DataKeys, row: Row<'legs'>): Promise<LegRow> {
  const { organisation, session: of, id, role, sid, turn, status, sealed } = row
  const opened = await keys.open(sealed, legPlace(row))
  // Sealed by a commit from a SealedLeg, and unchanged since.
  const { answer, current, script } =
    opened === undefined ? { answer: '', current: '', script: undefined } : (JSON.parse(opened) as SealedLeg)
  return {
    organisation,
    session: of,
    id,
    role,
    sid,
    turn,
    status,
    answer,
    current,
    script,
    node: row.node ?? undefined,
    rung: row.rung ?? undefined,
  }
}
