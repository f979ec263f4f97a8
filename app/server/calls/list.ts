import { theirsOf } from '#drizzle/lines/sessions'
import { type CallFilter, calls } from '#drizzle/queries/calls'
import { flows } from '#drizzle/queries/flows'
import { releases } from '#drizzle/queries/releases'
import type { Wire } from '../wire'
import { maskedAddress } from './mask'

const page = 50

/** Sessions that began last come first; the other side's address is always masked here. */
export async function callList({ store }: Wire, { cursor, ...filter }: CallFilter & { cursor?: string | undefined }) {
  const { organisation } = filter
  const { rows, names, versions } = await store.read(async (tx) => ({
    rows: await calls(tx, { ...filter, cursor: cursorFrom(cursor), most: page }),
    names: new Map((await flows(tx, { organisation })).map(({ id, name }) => [id, name])),
    versions: new Map((await releases(tx, { organisation })).map(({ hash, version }) => [hash, version])),
  }))
  const items = await Promise.all(
    rows.map(async (row) => ({
      ...{ id: row.id, channel: row.channel, ours: row.ours, flow: row.flow, status: row.status, outcome: row.outcome },
      theirs: maskedAddress(await theirsOf(store.keys, row).catch(() => '')),
      flowName: row.flow === null ? null : (names.get(row.flow) ?? row.flow),
      release: row.release === null ? null : { hash: row.release, version: versions.get(row.release) ?? 0 },
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      turns: row.revision,
      nodes: [...row.nodes],
      safe: row.release === null,
    })),
  )
  const last = rows.at(-1)
  return { items, cursor: rows.length === page && last ? `${last.startedAt.getTime()}.${last.id}` : null }
}

function cursorFrom(text: string | undefined): { startedAt: Date; id: string } | undefined {
  const [, at, id] = /^(\d{1,16})\.(.{1,80})$/.exec(text ?? '') ?? []
  return at !== undefined && id !== undefined ? { startedAt: new Date(Number(at)), id } : undefined
}
