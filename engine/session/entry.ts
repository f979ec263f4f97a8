import type { Effect } from '#flows/effects'
import type { FlowEvent } from '#flows/events'
import { promptHash } from '#flows/release/manifest'
import type { Verb } from '#flows/verbs'
import type { Held } from '../line'
import type { JournalEntry, SessionRow } from '../ports'
import { engineVersion } from '../version'
import type { Cause } from './cause'

interface Entering {
  /** The session before, and its row after. */
  held: Held
  session: SessionRow
  cause: Cause
  now: Date
  latencyMs: number
  kind: JournalEntry['kind']
  event: FlowEvent | undefined
  verbs: readonly Verb[]
  effects: readonly Effect[]
  path: readonly string[]
  notes: readonly string[]
}

/** The journal's line of one commit. */
export function entryOf({ held, session, cause, now, latencyMs, kind, event, verbs, effects, path, notes }: Entering): JournalEntry {
  const leg = held.legs.find(({ id }) => id === (cause.leg ?? cause.continues?.leg))
  const said = [...(cause.note ? [cause.note] : []), ...notes]
  return {
    ...{ organisation: session.organisation, session: session.id, sequence: session.revision, at: now, kind },
    ...{ leg: leg?.id, turn: leg?.turn, event, facts: {}, before: held.session.nodes, after: session.nodes, path, verbs, effects },
    prompts: verbs.flatMap(promptsOf),
    ...{ release: session.release, engine: engineVersion, latencyMs },
    note: said.length > 0 ? said.join('; ') : undefined,
  }
}

/** The hash of each prompt's words as they were heard, in the manifest's own way of hashing words. */
function promptsOf(verb: Verb): string[] {
  const words = 'words' in verb && verb.words ? (Array.isArray(verb.words) ? verb.words : [verb.words]) : []
  return words.map(({ text }) => promptHash(text))
}
