import { randomBytes } from 'node:crypto'
import type { ChainedEntry, JournalEntry } from '#engine/ports'
import { canonicalText, hashOf, hashOfText } from '#flows/canonical'
import type { Json, JsonObject } from '#flows/json'

/** What an entry says of a patient. Sealed; the salt keeps its hash from being guessed once the key is gone. */
export type EntryPayload = Pick<JournalEntry, 'event' | 'facts' | 'verbs' | 'effects' | 'prompts' | 'note'> & { salt: string }

/** What an entry says of nobody, with the hash of the rest. */
interface EntryFacts {
  organisation: string
  session: string
  sequence: number
  at: string
  kind: string
  leg: string | null
  turn: number | null
  before: readonly string[]
  after: readonly string[]
  path: readonly string[]
  release: string | null
  engine: string
  latency_ms: number
  payload_sha256: string
}

/** What the first entry of a session points back to. */
export const journalStart = '0'.repeat(64)

export function payloadOf({ event, facts, verbs, effects, prompts, note }: Omit<JournalEntry, 'session' | 'sequence'>): {
  text: string
  digest: string
} {
  const payload: EntryPayload = { event, facts, verbs, effects, prompts, note, salt: randomBytes(16).toString('base64url') }
  // Not the canonical form, which refuses broken Unicode that a peer may well have sent: the text itself is kept and hashed.
  const text = JSON.stringify(payload)
  return { text, digest: hashOfText('journal', text) }
}

/** What `payloadOf` wrote; only text that opened under its key, and so is unchanged, gets here. */
export const payloadFrom = (text: string): EntryPayload => JSON.parse(text) as EntryPayload

/** The canonical text the chain is over. */
export function factsText(entry: JournalEntry, digest: string): string {
  const facts: EntryFacts = {
    organisation: entry.organisation,
    session: entry.session,
    sequence: entry.sequence,
    at: entry.at.toISOString(),
    kind: entry.kind,
    leg: entry.leg ?? null,
    turn: entry.turn ?? null,
    before: entry.before,
    after: entry.after,
    path: entry.path,
    release: entry.release ?? null,
    engine: entry.engine,
    latency_ms: entry.latencyMs,
    payload_sha256: digest,
  }
  return canonicalText(facts as unknown as Json)
}

export function linkHash(facts: string, previous: string): string {
  return hashOf('journal', { previous, facts })
}

export function digestOf(facts: string): string {
  return (JSON.parse(facts) as EntryFacts).payload_sha256
}

/** The entry again. Without its payload (the key was destroyed) it says what happened when, and nothing about the patient. */
export function entryFrom(
  text: string,
  { payload, previous, hash }: { payload: EntryPayload | undefined; previous: string; hash: string },
): ChainedEntry {
  // Written by factsText and proven by the chain.
  const facts = JSON.parse(text) as EntryFacts & { kind: JournalEntry['kind'] }
  return {
    organisation: facts.organisation,
    session: facts.session,
    sequence: facts.sequence,
    at: new Date(facts.at),
    kind: facts.kind,
    leg: facts.leg ?? undefined,
    turn: facts.turn ?? undefined,
    event: payload?.event,
    facts: payload?.facts ?? ({} as JsonObject),
    before: facts.before,
    after: facts.after,
    path: facts.path,
    verbs: payload?.verbs ?? [],
    effects: payload?.effects ?? [],
    prompts: payload?.prompts ?? [],
    release: facts.release ?? undefined,
    engine: facts.engine,
    latencyMs: facts.latency_ms,
    note: payload ? payload.note : 'erased',
    previous,
    hash,
  }
}
