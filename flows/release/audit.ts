import { z } from 'zod'
import { hashOf, hashOfText } from '../canonical'
import type { Json } from '../json'
import { auditActions } from './audit-actions'
import { Role } from './permissions'

/* Persisted shape: entries are hashed and chained as they stand here. Add fields only with a new `v`. */

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What the first entry of an organisation points back to. */
export const chainStart = '0'.repeat(64)

const EntryBase = z.strictObject({
  v: z.literal(1),
  organisation: z.string().min(1),
  /** Gapless per organisation, from 1. */
  seq: z.number().int().min(1),
  ts_utc: z.iso.datetime(),
  /** A person, or `system` for what happens by policy. `id` never names a patient. */
  actor: z.strictObject({ id: z.string().min(1), name: z.string(), roles: z.array(Role) }),
  object: z.strictObject({ type: z.string().min(1), id: z.string().min(1), version: z.string().nullable() }),
  before_sha256: Hash.nullable(),
  after_sha256: Hash.nullable(),
  reason: z.string().nullable(),
  request_id: z.string().nullable(),
  session_ref: z.string().nullable(),
  node_id: z.string().nullable(),
  prev_hash: Hash,
})

const variants = Object.entries(auditActions).map(([action, details]) => EntryBase.extend({ action: z.literal(action), details }))

export type AuditAction = keyof typeof auditActions
export type AuditDetails<Action extends AuditAction> = z.infer<(typeof auditActions)[Action]>
/** One act of a person or a policy. Discriminated by `action`; `details` holds what that action needs and never a patient's words or number. */
export type AuditEntry = {
  [Action in AuditAction]: z.infer<typeof EntryBase> & { action: Action; details: AuditDetails<Action> }
}[AuditAction]
// The union is built from the table, which TypeScript cannot follow through Object.entries; the mapped type above is the same table.
export const AuditEntry = z.discriminatedUnion('action', variants as never) as unknown as z.ZodType<AuditEntry>

/** An entry's hash; the next entry's `prev_hash`. */
export const entryHash = (entry: AuditEntry): string => hashOf('audit', AuditEntry.parse(entry) as unknown as Json)

/** An entry as it is stored: its canonical text beside its hash. */
export interface StoredEntry {
  text: string
  hash: string
}

export type ChainVerdict =
  | { ok: true; entries: number; head: string }
  | {
      ok: false
      at: number
      because: 'unreadable' | 'gap' | 'broken-link' | 'changed' | 'other-organisation' | 'cut-short'
      entries: number
    }

export interface ChainLink {
  seq: number
  hash: string
}

/**
 * Walks a chain in order and says whether every entry is the one that was written. `after` continues from an entry known to be good;
 * `head` is a checkpoint kept elsewhere: a chain that ends before it was cut short, which the chain alone cannot show.
 */
export function verifyChain(entries: Iterable<StoredEntry>, { after, head }: { after?: ChainLink; head?: ChainLink } = {}): ChainVerdict {
  let last: ChainLink = after ?? { seq: 0, hash: chainStart }
  let organisation: string | undefined
  let count = 0
  for (const stored of entries) {
    const at = last.seq + 1
    const entry = entryOf(stored.text)
    const fault = !entry ? 'unreadable' : faultOf(entry, { stored, last, organisation })
    if (fault || !entry) return { ok: false, at, because: fault ?? 'unreadable', entries: count }
    organisation = entry.organisation
    last = { seq: entry.seq, hash: stored.hash }
    count += 1
    if (head?.seq === last.seq && head.hash !== last.hash) return { ok: false, at, because: 'changed', entries: count }
  }
  if (head && last.seq < head.seq) return { ok: false, at: last.seq + 1, because: 'cut-short', entries: count }
  return { ok: true, entries: count, head: last.hash }
}

function faultOf(
  entry: AuditEntry,
  { stored, last, organisation }: { stored: StoredEntry; last: ChainLink; organisation: string | undefined },
) {
  if (hashOfText('audit', stored.text) !== stored.hash) return 'changed' as const
  if (organisation !== undefined && entry.organisation !== organisation) return 'other-organisation' as const
  if (entry.seq !== last.seq + 1) return 'gap' as const
  return entry.prev_hash === last.hash ? undefined : ('broken-link' as const)
}

function entryOf(text: string): AuditEntry | undefined {
  try {
    return AuditEntry.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
