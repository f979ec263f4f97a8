import type { Effect } from '#flows/effects'
import type { FlowEvent } from '#flows/events'
import type { Channel } from '#flows/ids'
import type { Json, JsonObject } from '#flows/json'
import type { Verb } from '#flows/verbs'

/** The wall clock. Injected everywhere; a test's clock only moves when told. */
export interface Clock {
  now(): Date
}

/** Unique ids that sort by creation, safe in URLs and as keys. */
export interface Ids {
  next(): string
}

/** A Twilio account as the webhook path names it. During a rotation both tokens verify; the first one signs our REST calls. */
export interface TelephonyAccount {
  organisation: string
  id: string
  sid: string
  authTokens: readonly string[]
}

/** What a number of ours rings. `release` is undefined while its alias points nowhere. */
export interface NumberBinding {
  organisation: string
  account: string
  number: string
  channel: Channel
  flow: string
  alias: string
  release: string | undefined
  /** Where the built-in safe flow sends callers, and what it tells them to dial in an emergency. */
  humanNumber: string | undefined
  emergencyNumber: string
  /** Who answers STOP and HELP: the carrier (Twilio's default) or this engine (short codes). */
  keywordReplies: 'carrier' | 'ours'
}

/** A release as stored: canonical texts, and every signature with its record. */
export interface StoredRelease {
  organisation: string
  hash: string
  flow: string
  version: number
  manifestText: string
  chartText: string
  contentText: string
  layoutText: string
  withdrawn: { at: Date; stopNow: boolean } | undefined
  signatures: readonly StoredSignature[]
}

export interface StoredSignature {
  id: string
  /** Canonical text of the SignatureRecord. */
  recordText: string
  /** Ed25519 over the record's hash by the installation's key, base64. */
  countersignature: string
  keyId: string
  revoked: boolean
}

export interface SessionRow {
  organisation: string
  id: string
  account: string
  /** The release this session stays on until it ends; undefined for the built-in safe flow. */
  release: string | undefined
  flow: string | undefined
  channel: Channel
  ours: string
  theirs: string
  person: string | undefined
  snapshot: JsonObject | undefined
  /** Compare-and-set counter: grows by one with every committed step. */
  revision: number
  status: 'open' | 'ended'
  outcome: string | undefined
  nodes: readonly string[]
  locale: string | undefined
  startedAt: Date
  endedAt: Date | undefined
}

/** One call, thread or callee's call of a session. */
export interface LegRow {
  organisation: string
  session: string
  id: string
  role: 'caller' | 'callee'
  /** CallSid for calls; `thread` for message threads. */
  sid: string
  /** The turn whose answer the other side owes next. */
  turn: number
  /** The stored answer to the request that led to `turn`: repeated byte for byte when that request comes again. */
  answer: string
  /** What a poll gets: the latest thing the other side should do. */
  current: string
  /** Rank of the call's status; never goes back. */
  status: string
  /** For a callee's leg: who asked for it, the rung, and the script it plays. */
  node: string | undefined
  rung: number | undefined
  script: readonly Verb[] | undefined
}

export interface TimerRow {
  organisation: string
  session: string
  id: string
  event: string
  dueAt: Date
}

/** Work for the outside. The key makes it happen once, whoever runs it and however often. */
export interface OutboxRow {
  organisation: string
  id: string
  session: string
  account: string
  key: string
  work:
    | { kind: 'effect'; effect: Effect }
    | { kind: 'redirect'; leg: string }
    /** `alert`: to a person of the house because of an emergency; the flow hears nothing of it. */
    | { kind: 'text'; to: string; from: string; body: string; media: readonly string[]; alert?: true }
  attempts: number
  notBefore: Date
  /** Born leased: whoever commits it does it at once; nobody else takes it before. */
  leasedUntil?: Date
}

/** All that a step got and gave. Replaying `event` over the entries gives the same verbs. */
export interface JournalEntry {
  organisation: string
  session: string
  sequence: number
  at: Date
  kind: 'turn' | 'notice' | 'timer' | 'effect' | 'refused' | 'safe'
  leg: string | undefined
  turn: number | undefined
  event: FlowEvent | undefined
  /** Facts read from outside the event: hours, closures, queue figures, random draws. Empty where none. */
  facts: JsonObject
  before: readonly string[]
  after: readonly string[]
  /** Every node entered or passed on the way, in order. */
  path: readonly string[]
  verbs: readonly Verb[]
  effects: readonly Effect[]
  /** `hashOf('prompt', …)` of each prompt as heard. */
  prompts: readonly string[]
  release: string | undefined
  engine: string
  latencyMs: number
  note: string | undefined
}

/** A journal entry as read back, with its place in the session's hash chain. */
export interface ChainedEntry extends JournalEntry {
  previous: string
  hash: string
}

/** Everything one step changes, committed together or not at all. */
export interface Commit {
  organisation: string
  session: SessionRow
  /** The revision the step started from; undefined creates the session. */
  expected: number | undefined
  legs: readonly LegRow[]
  journal: readonly JournalEntry[]
  /** `fired` causes this step: where it was stopped or started anew meanwhile, nothing is committed and the result is `duplicate`. */
  timers: { start: readonly TimerRow[]; stop: readonly string[]; stopAll: boolean; fired?: Pick<TimerRow, 'id' | 'dueAt'> }
  outbox: readonly OutboxRow[]
  /** Deduplication key of the request (a SID, or SID, event and sequence). */
  inbox: string | undefined
  /** Opt-outs and opt-ins learned from this request. */
  consent: { address: string; ours: string; change: 'stop' | 'start'; at: Date } | undefined
}

/** `stale`: another step came first, read again. `duplicate`: this request was committed before, or its timer counts no more. */
export type CommitResult = 'committed' | 'stale' | 'duplicate'

/**
 * What the engine needs remembered. A resolved `commit` is durable. Every function takes the organisation, except the two that
 * find it. PHI is encrypted and decrypted behind this port; the engine sees plain values.
 */
export interface LineStore {
  account(id: string): Promise<TelephonyAccount | undefined>
  binding(key: { account: string; channel: Channel; number: string }): Promise<NumberBinding | undefined>
  release(organisation: string, hash: string): Promise<StoredRelease | undefined>
  /** Public keys (PEM) that may have countersigned, by key id. */
  verificationKeys(organisation: string): Promise<ReadonlyMap<string, string>>
  /** The signed safe flow of this organisation, channel and locale, if one exists. */
  safeRelease(key: { organisation: string; channel: Channel; locale: string | undefined }): Promise<string | undefined>
  session(organisation: string, id: string): Promise<{ session: SessionRow; legs: readonly LegRow[] } | undefined>
  sessionBySid(organisation: string, sid: string): Promise<{ session: SessionRow; legs: readonly LegRow[] } | undefined>
  /** The open message session between our address and theirs. */
  thread(key: { organisation: string; ours: string; theirs: string }): Promise<{ session: SessionRow; legs: readonly LegRow[] } | undefined>
  /** The open rung a text from this address answers: the session whose ladder last texted it. */
  openRung(key: {
    organisation: string
    ours: string
    theirs: string
  }): Promise<{ session: string; node: string; rung: number } | undefined>
  /** The person behind an address; created with a data key of their own when new. Undefined for withheld addresses. */
  person(key: { organisation: string; address: string; at: Date }): Promise<string | undefined>
  suppressed(key: { organisation: string; ours: string; theirs: string }): Promise<boolean>
  seen(organisation: string, inbox: string): Promise<boolean>
  commit(commit: Commit): Promise<CommitResult>
  /** A journal line without a session: refused and safe answers. */
  note(entry: Omit<JournalEntry, 'session' | 'sequence'> & { account: string }): Promise<void>
  journal(organisation: string, session: string): Promise<readonly ChainedEntry[]>
  /** Takes due timers for `leaseMs`; each is given to one process at a time and removed by the commit that fires it. */
  takeTimers(take: { now: Date; leaseMs: number; most: number }): Promise<readonly TimerRow[]>
  takeOutbox(take: { now: Date; leaseMs: number; most: number; key?: string }): Promise<readonly OutboxRow[]>
  /** Ends an outbox row: done, or again later, or given up after the last attempt. */
  settle(row: { organisation: string; id: string; result: 'done' | 'retry' | 'dead'; notBefore?: Date; error?: string }): Promise<void>
  /** The value of a named secret, for connectors. */
  secret(organisation: string, name: string): Promise<string | undefined>
}

/** Calls and messages out. Real client code in production; a loopback peer in tests. */
export interface Telephony {
  createCall(call: {
    account: TelephonyAccount
    to: string
    from: string
    url: string
    statusCallback: string
    ringSeconds: number
  }): Promise<{ sid: string }>
  redirectCall(call: { account: TelephonyAccount; sid: string; url: string }): Promise<void>
  endCall(call: { account: TelephonyAccount; sid: string }): Promise<void>
  createMessage(message: {
    account: TelephonyAccount
    to: string
    from: string
    body: string
    media: readonly string[]
    /** A content template at the carrier, sent instead of body and media. */
    template?: { sid: string; variables: Record<string, string> }
    statusCallback: string
  }): Promise<{ sid: string; status: string; raw: Json }>
}

/** Requests of HTTP nodes, behind the egress rules. Never throws for an HTTP status. */
export interface Http {
  send(request: { method: string; url: string; headers: Record<string, string>; body: string | undefined; timeoutMs: number }): Promise<{
    status: number
    headers: Record<string, string>
    body: string
  }>
}
