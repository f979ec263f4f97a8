import { describe, expect, it } from 'vitest'
import { canonicalText } from '../canonical'
import type { Json } from '../json'
import { AuditEntry, chainStart, entryHash, type StoredEntry, verifyChain } from './audit'

function chain(length: number): StoredEntry[] {
  const entries: StoredEntry[] = []
  let prev = chainStart
  for (let seq = 1; seq <= length; seq += 1) {
    const stored = seal({ seq, prev_hash: prev })
    entries.push(stored)
    prev = stored.hash
  }
  return entries
}

function seal(change: Partial<AuditEntry>): StoredEntry {
  const entry = AuditEntry.parse({
    v: 1,
    organisation: 'org1',
    seq: 1,
    ts_utc: '2026-03-02T15:00:00Z',
    actor: { id: 'ada', name: 'Ada', roles: ['admin'] },
    action: 'role.granted',
    details: { role: 'compliance' },
    object: { type: 'person', id: 'ben', version: null },
    before_sha256: null,
    after_sha256: null,
    reason: null,
    request_id: null,
    session_ref: null,
    node_id: null,
    prev_hash: chainStart,
    ...change,
  })
  return { text: canonicalText(entry as unknown as Json), hash: entryHash(entry) }
}

const whole = chain(5)
const [one, two, three, four, five] = whole as [StoredEntry, StoredEntry, StoredEntry, StoredEntry, StoredEntry]

describe('the audit chain', () => {
  it('is whole when nothing was touched', () => {
    expect(verifyChain(whole)).toEqual({ ok: true, entries: 5, head: five.hash })
    expect(verifyChain([])).toEqual({ ok: true, entries: 0, head: chainStart })
  })
  it('shows a changed entry, even with its hash made new', () => {
    const text = three.text.replace('compliance', 'operator')
    expect(verifyChain([one, two, { text, hash: three.hash }, four, five])).toMatchObject({ ok: false, at: 3, because: 'changed' })
    const forged = seal({ seq: 3, prev_hash: two.hash, details: { role: 'operator' } } as Partial<AuditEntry>)
    expect(verifyChain([one, two, forged, four, five])).toMatchObject({ ok: false, at: 4, because: 'broken-link' })
  })
  it('shows a missing, swapped, unreadable or foreign entry', () => {
    expect(verifyChain([one, two, four, five])).toMatchObject({ ok: false, at: 3, because: 'gap' })
    expect(verifyChain([one, three, two])).toMatchObject({ ok: false, at: 2, because: 'gap' })
    expect(verifyChain([one, { text: '{', hash: two.hash }])).toMatchObject({ ok: false, at: 2, because: 'unreadable' })
    expect(verifyChain([one, seal({ organisation: 'org2', seq: 2, prev_hash: one.hash })])).toMatchObject({
      ok: false,
      because: 'other-organisation',
    })
  })
  it('shows a cut tail or a rewritten whole only against a checkpoint kept elsewhere', () => {
    expect(verifyChain([one, two]).ok).toBe(true)
    expect(verifyChain([one, two], { head: { seq: 5, hash: five.hash } })).toMatchObject({ ok: false, at: 3, because: 'cut-short' })
    expect(verifyChain(whole, { head: { seq: 3, hash: 'e'.repeat(64) } })).toMatchObject({ ok: false, at: 3, because: 'changed' })
  })
  it('can be walked in parts', () => {
    expect(verifyChain([four, five], { after: { seq: 3, hash: three.hash } })).toEqual({ ok: true, entries: 2, head: five.hash })
    expect(verifyChain([four, five], { after: { seq: 3, hash: two.hash } })).toMatchObject({ ok: false, because: 'broken-link' })
  })
  it('takes only actions it knows, with their details', () => {
    const entry = JSON.parse(one.text) as Record<string, unknown>
    expect(AuditEntry.safeParse(entry).success).toBe(true)
    expect(AuditEntry.safeParse({ ...entry, action: 'cake.eaten' }).success).toBe(false)
    expect(AuditEntry.safeParse({ ...entry, details: { phone: '+12025550101' } }).success).toBe(false)
  })
})
