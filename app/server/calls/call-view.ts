import { verifyJournal } from '#drizzle/lines/verify'
import { flow as flowOf } from '#drizzle/queries/flows'
import { partsOf, release as releaseOf } from '#drizzle/queries/releases'
import type { Row } from '#drizzle/rows'
import type { Tx } from '#drizzle/store'
import { may } from '#flows/release/permissions'
import { missing } from '../refusal'
import type { Desk } from '../trpc'
import { journalView } from './journal-view'
import { maskedAddress } from './mask'

/** One session: what was heard, pressed, decided and sent, and whether its chain is whole. */
export async function callView({ wire, person }: Desk, { session: id, masked }: { session: string; masked: boolean }) {
  const organisation = person.organisation.id
  const held = await wire.lines.session(organisation, id)
  if (!held) throw missing()
  const { session, legs } = held
  const { flowName, rows } = await wire.store.read(async (tx) => ({
    flowName: session.flow === undefined ? null : ((await flowOf(tx, { organisation, id: session.flow }))?.name ?? session.flow),
    rows: session.release === undefined ? [] : await releaseWithParts(tx, { organisation, hash: session.release }),
  }))
  const chain = await verifyJournal(wire.store, { organisation, session: id })
  return {
    ...{ id, channel: session.channel, ours: session.ours, status: session.status, flow: session.flow ?? null, flowName },
    theirs: masked ? maskedAddress(session.theirs) : session.theirs,
    release: rows[0] ? { hash: rows[0].hash, version: rows[0].version } : null,
    safe: session.release === undefined,
    startedAt: session.startedAt.toISOString(),
    endedAt: session.endedAt?.toISOString() ?? null,
    ...{ outcome: session.outcome ?? null, locale: session.locale ?? null, nodes: [...session.nodes] },
    legs: legs.map(({ id: leg, role, status, turn }) => ({ id: leg, role, status, turn })),
    entries: journalView(await wire.lines.journal(organisation, id), { texts: rows, masked }),
    masked,
    mayUnmask: may(person.roles, 'call.reveal'),
    chain: chain.ok ? { ok: true as const } : { ok: false as const, brokenAt: chain.at },
  }
}

/** The release first, then those inside it. */
async function releaseWithParts(tx: Tx, { organisation, hash }: { organisation: string; hash: string }): Promise<Row<'releases'>[]> {
  const rows: Row<'releases'>[] = []
  for (const each of [hash, ...(await partsOf(tx, { organisation, hash }))]) {
    const row = await releaseOf(tx, { organisation, hash: each })
    if (row) rows.push(row)
  }
  return rows
}
