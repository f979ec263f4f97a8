import { aliases } from '#drizzle/queries/aliases'
import { callsByFlow } from '#drizzle/queries/calls'
import { lastEdits } from '#drizzle/queries/drafts'
import { flows } from '#drizzle/queries/flows'
import { numbers } from '#drizzle/queries/numbers'
import { type ReleaseLine, releases } from '#drizzle/queries/releases'
import type { Row } from '#drizzle/rows'
import type { Tx } from '#drizzle/store'
import type { Channel, Locale } from '#flows/ids'
import { namesOf } from '../../usecases/people/names'
import type { Wire } from '../../wire'
import { spokenIn } from './spoken-in'

/** A flow as lists show it. */
export interface FlowLine {
  id: string
  name: string
  channels: Channel[]
  locales: Locale[]
  archived: boolean
  live: { version: number; hash: string; since: string } | null
  draft: { revision: number; editedAt: string; editedBy: string } | null
  review: { hash: string; version: number; state: string } | null
  numbers: { number: string; channel: Channel }[]
  contactsToday: number
}

/** One flow, or all of them, with what is live, drafted, in review and rung. `draft` is null when the newest release holds every edit. */
export async function flowLines(
  tx: Tx,
  { clock }: Pick<Wire, 'clock'>,
  { organisation, flow }: { organisation: string; flow?: string },
): Promise<FlowLine[]> {
  const rows = (await flows(tx, { organisation })).filter(({ id }) => flow === undefined || id === flow)
  const seen = {
    releases: await releases(tx, { organisation, flow }),
    aliases: await aliases(tx, { organisation, flow }),
    numbers: await numbers(tx, { organisation }),
    names: await namesOf(tx, organisation),
    edits: new Map((await lastEdits(tx, { organisation })).map((edit) => [edit.flow, edit])),
    today: new Map((await callsByFlow(tx, { organisation, from: lastDay(clock.now()) })).map(({ flow: id, count }) => [id, count])),
  }
  const lines: FlowLine[] = []
  for (const row of rows) {
    const revision = seen.edits.get(row.id)?.revision ?? 0
    lines.push({ ...lineOf(row, seen), ...(await spokenIn(tx, { organisation, flow: row.id, revision })) })
  }
  return lines
}

const lastDay = (now: Date): Date => new Date(now.getTime() - 24 * 60 * 60_000)

interface Seen {
  releases: readonly ReleaseLine[]
  aliases: readonly Row<'aliases'>[]
  numbers: Awaited<ReturnType<typeof numbers>>
  names: ReadonlyMap<string, string>
  edits: ReadonlyMap<string, { revision: number; at: Date; person: string | null }>
  today: ReadonlyMap<string, number>
}

function lineOf({ id, name, archivedAt }: Row<'flows'>, seen: Seen): Omit<FlowLine, 'channels' | 'locales'> {
  const own = seen.releases.filter(({ flow }) => flow === id)
  const pointed = seen.aliases.find((alias) => alias.flow === id && alias.release !== null)
  const live = own.find(({ hash, state }) => hash === pointed?.release && state !== 'withdrawn')
  const review = own.find(({ state }) => ['in_review', 'changes_requested', 'approved', 'scheduled'].includes(state))
  const edit = seen.edits.get(id)
  const drafted = edit && edit.revision > (own[0]?.revision ?? 0)
  return {
    id,
    name,
    archived: archivedAt !== null,
    live: live ? { version: live.version, hash: live.hash, since: (pointed?.pointedAt ?? live.createdAt).toISOString() } : null,
    draft: drafted ? { revision: edit.revision, editedAt: edit.at.toISOString(), editedBy: seen.names.get(edit.person ?? '') ?? '' } : null,
    review: review ? { hash: review.hash, version: review.version, state: review.state } : null,
    numbers: seen.numbers.flatMap(({ number, bindings }) =>
      bindings.filter(({ flow }) => flow === id).map(({ channel }) => ({ number, channel })),
    ),
    contactsToday: seen.today.get(id) ?? 0,
  }
}
