import type { Tx } from '#drizzle/store'
import type { Channel, Locale } from '#flows/ids'
import { readDraft } from '../../usecases/draft'

interface SpokenIn {
  channels: Channel[]
  locales: Locale[]
}

/* A list of flows asks this of every draft, and a revision never changes: the last answer for each flow is kept. */
const known = new Map<string, SpokenIn & { revision: number }>()
const most = 5_000

/** On which channels and in which languages a draft speaks at its newest revision. */
export async function spokenIn(
  tx: Tx,
  { organisation, flow, revision }: { organisation: string; flow: string; revision: number },
): Promise<SpokenIn> {
  const name = JSON.stringify([organisation, flow])
  const before = known.get(name)
  if (before?.revision === revision) return { channels: before.channels, locales: before.locales }
  const { draft } = await readDraft(tx, { organisation, flow })
  const { channels, locales } = draft.drawing
  if (known.size >= most) known.clear()
  known.set(name, { revision, channels, locales })
  return { channels, locales }
}
