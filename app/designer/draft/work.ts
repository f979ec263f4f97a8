import type { Draft } from '#flows/edits/draft'
import { applyEdit, type Edit, fold, invertEdit } from '#flows/edits/edit'
import { rebase } from '#flows/edits/rebase'
import type { EditAnswer, Entry } from './door'
import { merged, subjectOf } from './merge'

/** Why an edit was not made: a code of the edits, with what it names. */
export interface Reason {
  code: string
  values?: Record<string, string> | undefined
}

/** An edit of mine that does not fit what another person did meanwhile. Kept until I choose. */
export interface Conflict {
  id: string
  edit: Edit
  reason: Reason
  with?: Entry | undefined
}

/** All that one designer window knows of a draft. `draft` is always `base` with `pending` folded in. */
export interface Work {
  revision: number
  base: Draft
  pending: readonly Edit[]
  /** The first `count` of `pending`, on their way to the server. */
  sent: { id: string; base: number; count: number } | undefined
  conflicts: readonly Conflict[]
  draft: Draft
  /** Each group takes back one thing I did. */
  undo: readonly (readonly Edit[])[]
  redo: readonly (readonly Edit[])[]
  /** What the last edit was about, and when: typing on is one thing to undo. */
  touched: { subject: string; at: number } | undefined
}

export type Made = { ok: true; work: Work } | { ok: false; reason: Reason }

const togetherMs = 1000

export function beginWork({ revision, draft }: { revision: number; draft: Draft }): Work {
  return { revision, base: draft, pending: [], sent: undefined, conflicts: [], draft, undo: [], redo: [], touched: undefined }
}

/** Makes edits, all or none, as one thing to undo. `at` is the time in ms. */
export function make(work: Work, edits: readonly Edit[], at: number): Made {
  const [only] = edits
  if (only && edits.length === 1) {
    const together = typedOn(work, only, at)
    if (together) return { ok: true, work: together }
  }
  const run = apply(work.draft, edits)
  if (!run.ok) return run
  const subject = only && edits.length === 1 ? subjectOf(only) : undefined
  const same = subject !== undefined && work.touched?.subject === subject && at - work.touched.at < togetherMs
  const last = same ? (work.undo.at(-1) ?? []) : []
  return {
    ok: true,
    work: {
      ...work,
      draft: run.draft,
      pending: [...work.pending, ...edits],
      undo: [...(same ? work.undo.slice(0, -1) : work.undo), [...run.inverse, ...last]].slice(-200),
      redo: [],
      touched: subject === undefined ? undefined : { subject, at },
    },
  }
}

/** Lays an edit over the last one when both are typing in one place and the last is still here. */
function typedOn(work: Work, edit: Edit, at: number): Work | undefined {
  const last = work.pending.at(-1)
  const subject = subjectOf(edit)
  if (
    !last ||
    subject === undefined ||
    subjectOf(last) !== subject ||
    work.touched?.subject !== subject ||
    at - work.touched.at >= togetherMs
  )
    return undefined
  if (work.pending.length <= (work.sent?.count ?? 0)) return undefined
  const earlier = work.pending.slice(0, -1)
  const both = apply(fold(work.base, earlier).draft, [merged(last, edit)])
  if (!both.ok) return undefined
  return {
    ...work,
    draft: both.draft,
    pending: [...earlier, merged(last, edit)],
    undo: [...work.undo.slice(0, -1), both.inverse],
    touched: { subject, at },
  }
}

/** Applies edits in order; `inverse` takes them back, in order. */
function apply(draft: Draft, edits: readonly Edit[]): { ok: true; draft: Draft; inverse: Edit[] } | { ok: false; reason: Reason } {
  let now = draft
  const inverse: Edit[] = []
  for (const edit of edits) {
    const applied = applyEdit(now, edit)
    if (!applied.ok) return applied
    inverse.unshift(invertEdit(now, edit))
    now = applied.draft
  }
  return { ok: true, draft: now, inverse }
}

/** Takes back the last thing I did. It is an edit like any other, so another person's work in between stays. */
export const undo = (work: Work): Made => back(work, 'undo')
export const redo = (work: Work): Made => back(work, 'redo')

function back(work: Work, way: 'undo' | 'redo'): Made {
  const group = work[way].at(-1)
  if (!group) return { ok: true, work }
  const run = apply(work.draft, group)
  const rest = { ...work, [way]: work[way].slice(0, -1), touched: undefined }
  if (!run.ok) return run
  const other = way === 'undo' ? 'redo' : 'undo'
  return { ok: true, work: { ...rest, draft: run.draft, pending: [...work.pending, ...group], [other]: [...work[other], run.inverse] } }
}

/** Others' edits arrive: they go under mine, and what then no longer fits becomes a conflict. */
export function arrive(work: Work, entries: readonly Entry[], person: string): Work {
  const fresh = entries.filter(({ revision }) => revision > work.revision)
  const newest = fresh.at(-1)
  if (!newest) return work
  const { draft: base } = fold(
    work.base,
    fresh.map(({ edit }) => edit),
  )
  let draft = base
  const pending: Edit[] = []
  const conflicts: Conflict[] = []
  for (const edit of work.pending) {
    const result = rebase(edit, { draft, since: fresh, person })
    if (result.outcome === 'applies') {
      draft = result.draft
      pending.push(edit)
    } else
      conflicts.push({
        id: `${newest.revision}.${conflicts.length}`,
        edit,
        reason: result.reason,
        ...(result.with && { with: result.with }),
      })
  }
  return { ...work, revision: newest.revision, base, draft, pending, conflicts: [...work.conflicts, ...conflicts], touched: undefined }
}

/** The server's answer to what was sent. Refused batches stay here, without the edits that became conflicts. */
export function answered(work: Work, answer: EditAnswer, person: string): Work {
  const { sent } = work
  if (!sent) return work
  if (!answer.ok) return settled({ ...work, sent: undefined }, answer, person)
  const mine = work.pending.slice(0, sent.count)
  const under = answer.since.filter(({ revision }) => revision > work.revision).map(({ edit }) => edit)
  const { draft: base } = fold(work.base, [...under, ...mine])
  const pending = work.pending.slice(sent.count)
  const { draft, refused } = fold(base, pending)
  if (refused.length === 0) return { ...work, revision: answer.revision, base, pending, draft, sent: undefined }
  const lost = new Map(refused.map(({ index, reason }) => [index, reason]))
  return {
    ...work,
    revision: answer.revision,
    base,
    draft,
    sent: undefined,
    pending: pending.filter((_, index) => !lost.has(index)),
    conflicts: [
      ...work.conflicts,
      ...pending.flatMap((edit, index) =>
        lost.has(index) ? [{ id: `${answer.revision}.${index}`, edit, reason: lost.get(index) ?? unclear }] : [],
      ),
    ],
  }
}

const unclear: Reason = { code: 'changed-by-someone-else' }

/** What `arrive` did not see as a conflict but the server did, is one too. */
function settled(work: Work, answer: Extract<EditAnswer, { ok: false }>, person: string): Work {
  const named = new Map(
    answer.conflicts.flatMap(({ index, values }) => (work.pending[index] ? [[work.pending[index], values] as const] : [])),
  )
  const after = arrive(work, answer.since, person)
  const still = after.pending.filter((edit) => named.has(edit))
  if (still.length === 0) return after
  const pending = after.pending.filter((edit) => !named.has(edit))
  const conflicts = still.map((edit, index) => ({
    id: `${answer.revision}.s${index}`,
    edit,
    reason: { ...unclear, values: named.get(edit) ?? {} },
  }))
  return { ...after, pending, draft: fold(after.base, pending).draft, conflicts: [...after.conflicts, ...conflicts] }
}

/** Settles a conflict: my version is made again on top of theirs, or forgotten. */
export function choose(work: Work, id: string, whose: 'mine' | 'theirs', at: number): Made {
  const conflict = work.conflicts.find((each) => each.id === id)
  if (!conflict) return { ok: true, work }
  const rest = { ...work, conflicts: work.conflicts.filter((each) => each !== conflict) }
  return whose === 'theirs' ? { ok: true, work: rest } : make(rest, [conflict.edit], at)
}
