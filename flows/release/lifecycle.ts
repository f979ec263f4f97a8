import { z } from 'zod'
import { may, type Permission, type Role } from './permissions'

/** Where a release stands. `draft` is the time before it is submitted; a release itself never changes, only its state does. */
export const ReleaseState = z.enum([
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'live',
  'superseded',
  'withdrawn',
  'expired',
  'archived',
])
export type ReleaseState = z.infer<typeof ReleaseState>

export const ReleaseAct = z.enum([
  'submit',
  'ask_for_changes',
  'approve',
  'schedule',
  'point',
  'supersede',
  'withdraw',
  'expire',
  'archive',
])
export type ReleaseAct = z.infer<typeof ReleaseAct>

export type RefusedBecause =
  | 'not-from-this-state'
  | 'not-your-duty'
  | 'admin-signs-nothing'
  | 'author-may-not-approve'
  | 'approver-may-not-point'
  | 'reason-needed'
  | 'only-the-system'

export interface Deciding {
  state: ReleaseState
  act: ReleaseAct
  /** `system` for what happens by itself: being superseded, reaching the end of validity. */
  person: string | 'system'
  roles: readonly Role[]
  /** Everyone who edited since the last live release, and whoever submitted. */
  authors: readonly string[]
  /** Everyone who signed it for patient use, also where the signature was revoked since. */
  approvers: readonly string[]
  reason?: string
}

interface Rule {
  from: readonly ReleaseState[]
  next: ReleaseState
  permission: Permission | 'system'
  /** Refused to everyone who took part in writing it. */
  notByAuthors?: true
  /** Refused to everyone who approved it. */
  notByApprovers?: true
  needsReason?: true
}

/** Every step a release can take (states of compliance practice; 21 CFR 11.10(k), separation of duties). A superseded release may be pointed at again: that is going back. */
const rules: Record<ReleaseAct, Rule> = {
  submit: { from: ['draft', 'changes_requested'], next: 'in_review', permission: 'release.submit' },
  ask_for_changes: { from: ['in_review'], next: 'changes_requested', permission: 'release.review', needsReason: true },
  approve: { from: ['in_review'], next: 'approved', permission: 'release.approve', notByAuthors: true },
  schedule: { from: ['approved'], next: 'scheduled', permission: 'release.point', notByApprovers: true },
  point: {
    from: ['approved', 'scheduled', 'live', 'superseded'],
    next: 'live',
    permission: 'release.point',
    notByApprovers: true,
  },
  supersede: { from: ['live'], next: 'superseded', permission: 'system' },
  withdraw: { from: ['approved', 'scheduled', 'live', 'superseded'], next: 'withdrawn', permission: 'release.withdraw', needsReason: true },
  expire: { from: ['approved', 'scheduled', 'live', 'superseded'], next: 'expired', permission: 'system' },
  archive: { from: ['changes_requested', 'superseded', 'withdrawn', 'expired'], next: 'archived', permission: 'release.point' },
}

/**
 * Whether this person may take this step now, and where it leads. Operators submit; compliance approves or asks for changes, never on
 * own work; a release manager points, never what they approved; compliance or a release manager withdraws; an admin signs nothing, whatever other roles they hold.
 */
export function decide({
  state,
  act,
  person,
  roles,
  authors,
  approvers,
  reason,
}: Deciding): { ok: true; next: ReleaseState } | { ok: false; reason: RefusedBecause } {
  const rule = rules[act]
  if (!rule.from.includes(state)) return { ok: false, reason: 'not-from-this-state' }
  if (rule.permission === 'system') return person === 'system' ? { ok: true, next: rule.next } : { ok: false, reason: 'only-the-system' }
  if (roles.includes('admin')) return { ok: false, reason: 'admin-signs-nothing' }
  if (!may(roles, rule.permission)) return { ok: false, reason: 'not-your-duty' }
  if (rule.notByAuthors && authors.includes(person)) return { ok: false, reason: 'author-may-not-approve' }
  if (rule.notByApprovers && approvers.includes(person)) return { ok: false, reason: 'approver-may-not-point' }
  if (rule.needsReason && !reason?.trim()) return { ok: false, reason: 'reason-needed' }
  return { ok: true, next: rule.next }
}

/** The acts this person could take now: what a screen offers. Reasons are asked for afterwards. */
export function possibleActs(deciding: Omit<Deciding, 'act' | 'reason'>): ReleaseAct[] {
  return ReleaseAct.options.filter((act) => decide({ ...deciding, act, reason: 'asked later' }).ok)
}
