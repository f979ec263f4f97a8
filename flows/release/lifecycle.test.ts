import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, possibleActs, ReleaseAct, type ReleaseState } from './lifecycle'
import { may, permissionsOf, Role } from './permissions'

const base = { authors: ['olive'], approvers: [], person: 'carl', reason: 'why' }

describe('a release', () => {
  it('is submitted by an operator, approved by compliance, pointed at by a release manager', () => {
    expect(decide({ ...base, state: 'draft', act: 'submit', person: 'olive', roles: ['operator'] })).toEqual({
      ok: true,
      next: 'in_review',
    })
    expect(decide({ ...base, state: 'in_review', act: 'approve', roles: ['compliance'] })).toEqual({ ok: true, next: 'approved' })
    expect(decide({ ...base, state: 'approved', act: 'point', roles: ['release_manager'] })).toEqual({ ok: true, next: 'live' })
  })
  it('is never approved by an author, whatever their roles', () => {
    expect(decide({ ...base, state: 'in_review', act: 'approve', person: 'olive', roles: ['operator', 'compliance'] })).toEqual({
      ok: false,
      reason: 'author-may-not-approve',
    })
  })
  it('is never made live, now or later, by somebody who approved it, whatever their roles', () => {
    const both = { ...base, approvers: ['carl'], roles: ['compliance', 'release_manager'] as const }
    for (const act of ['point', 'schedule'] as const)
      expect(decide({ ...both, state: 'approved', act })).toEqual({ ok: false, reason: 'approver-may-not-point' })
    expect(decide({ ...both, state: 'superseded', act: 'point' })).toEqual({ ok: false, reason: 'approver-may-not-point' })
    expect(possibleActs({ ...both, state: 'approved' })).toEqual(['withdraw'])
    expect(decide({ ...both, state: 'approved', act: 'point', person: 'rita' })).toEqual({ ok: true, next: 'live' })
  })
  it('is never signed by an admin', () => {
    expect(decide({ ...base, state: 'in_review', act: 'approve', roles: ['compliance', 'admin'] })).toEqual({
      ok: false,
      reason: 'admin-signs-nothing',
    })
    for (const state of ['draft', 'in_review', 'approved', 'live'] as const)
      expect(possibleActs({ ...base, state, roles: ['admin'] })).toEqual([])
  })
  it('goes back or away only with a reason', () => {
    expect(decide({ ...base, state: 'in_review', act: 'ask_for_changes', roles: ['compliance'], reason: ' ' })).toEqual({
      ok: false,
      reason: 'reason-needed',
    })
    expect(decide({ ...base, state: 'live', act: 'withdraw', roles: ['release_manager'], reason: '' })).toEqual({
      ok: false,
      reason: 'reason-needed',
    })
    expect(decide({ ...base, state: 'live', act: 'withdraw', roles: ['compliance'] })).toEqual({ ok: true, next: 'withdrawn' })
  })
  it('once withdrawn never answers again', () => {
    for (const role of Role.options)
      expect(possibleActs({ ...base, state: 'withdrawn', roles: [role] })).toEqual(role === 'release_manager' ? ['archive'] : [])
  })
  it('expires and is superseded only by itself', () => {
    expect(decide({ ...base, state: 'live', act: 'supersede', roles: ['release_manager'] })).toEqual({
      ok: false,
      reason: 'only-the-system',
    })
    expect(decide({ ...base, state: 'live', act: 'expire', person: 'system', roles: [] })).toEqual({ ok: true, next: 'expired' })
  })

  it('comes to be live only through an approval by somebody who did not write it and does not release it', () => {
    const person = fc.constantFrom('ann', 'ben', 'cy', 'system')
    // Most people hold one role; the acts that lead to live are tried more often than the others.
    const roles = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Role.options).map((role) => [role]) },
      { weight: 1, arbitrary: fc.subarray(Role.options) },
    )
    const act = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<ReleaseAct>('submit', 'approve', 'point') },
      { weight: 1, arbitrary: fc.constantFrom(...ReleaseAct.options) },
    )
    const attempt = fc.record({ act, person, roles })
    let lives = 0
    fc.assert(
      fc.property(
        fc.array(attempt, { maxLength: 80, size: 'max' }),
        fc.subarray(['ann', 'ben', 'cy'], { minLength: 1, maxLength: 2 }),
        (attempts, editors) => {
          const authors = new Set(editors)
          let state: ReleaseState = 'draft'
          let approver: string | undefined
          const approvers = new Set<string>()
          for (const each of attempts) {
            const decided = decide({ ...each, state, authors: [...authors], approvers: [...approvers], reason: 'because' })
            if (!decided.ok) continue
            if (each.act === 'submit') {
              authors.add(each.person)
              approver = undefined
            }
            if (each.act === 'approve') {
              approver = each.person
              approvers.add(each.person)
            }
            state = decided.next
            if (state === 'live') {
              lives += 1
              expect(approver).toBeDefined()
              expect(authors).not.toContain(approver)
              if (each.act === 'point') expect(each.person).not.toBe(approver)
            }
          }
        },
      ),
      { numRuns: 500 },
    )
    expect(lives).toBeGreaterThan(20)
  })
})

describe('permissions', () => {
  it('keep duties apart: no one role both writes and approves, or approves and points', () => {
    for (const role of Role.options) {
      expect(may([role], 'release.submit') && may([role], 'release.approve')).toBe(false)
      expect(may([role], 'release.approve') && may([role], 'release.point')).toBe(false)
    }
  })
  it('let an auditor read and verify, and change nothing', () => {
    expect(permissionsOf.auditor.filter((permission) => !/\.(read|verify|export)$/.test(permission))).toEqual([])
  })
  it('add up over roles', () => {
    expect(may(['operator', 'auditor'], 'audit.verify')).toBe(true)
    expect(may([], 'flow.read')).toBe(false)
  })
})
