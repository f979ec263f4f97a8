import { z } from 'zod'
import { canonicalText } from '../canonical'
import type { Refusal, Touch } from './define'
import type { Draft } from './draft'
import { applyEdit, Edit, touchesOf } from './edit'

/** An edit as the log keeps it. `base` is the revision its author saw, `revision` the one it made; the first edit makes revision 1. */
export const EditEntry = z.strictObject({
  revision: z.number().int().min(1),
  base: z.number().int().min(0),
  person: z.string().min(1),
  at: z.iso.datetime(),
  edit: Edit,
})
export type EditEntry = z.infer<typeof EditEntry>

export type Rebased =
  | { outcome: 'applies'; draft: Draft }
  /** Shown to its author, who decides; `with` is the entry it disagrees with, when another edit is the cause. */
  | { outcome: 'conflict'; reason: Refusal; with?: EditEntry }

/**
 * Decides about an edit made on an older revision. `draft` is the newest, `since` the entries after the edit's base.
 * It applies unless it no longer can, or another person has meanwhile put something else in the same place.
 */
export function rebase(edit: Edit, { draft, since, person }: { draft: Draft; since: readonly EditEntry[]; person: string }): Rebased {
  const mine = touchesOf(edit)
  const clash = since.find((entry) => entry.person !== person && disagree(mine, touchesOf(entry.edit)))
  if (clash) return { outcome: 'conflict', reason: { code: 'changed-by-someone-else', values: { person: clash.person } }, with: clash }
  const applied = applyEdit(draft, edit)
  return applied.ok ? { outcome: 'applies', draft: applied.draft } : { outcome: 'conflict', reason: applied.reason }
}

function disagree(mine: readonly Touch[], theirs: readonly Touch[]): boolean {
  return mine.some(([place, value]) =>
    theirs.some(([other, set]) =>
      place === other ? canonicalText(value) !== canonicalText(set) : inside(place, other) || inside(other, place),
    ),
  )
}

const inside = (place: string, other: string): boolean => other === '' || place.startsWith(`${other}/`)
