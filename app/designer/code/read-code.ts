import { canonicalText } from '#flows/canonical'
import { compileLeniently } from '#flows/check/check-draft'
import { checkSource, type SourceProblem } from '#flows/check/check-source'
import { decompile } from '#flows/decompile'
import type { Draft } from '#flows/edits/draft'
import { applyEdit, type Edit } from '#flows/edits/edit'
import type { Json } from '#flows/json'

/** The chart as text. Nodes that are not finished yet stand in it with their settings and wires. */
export const codeOf = ({ drawing }: Draft): string => JSON.stringify(compileLeniently(drawing), null, 2)

export type ReadCode =
  /** `edit` is undefined when the text says what the draft says already. */
  { ok: true; edit: Edit | undefined } | { ok: false; problems: SourceProblem[] }

/**
 * What a changed text means for the draft. Settings, labels, wires and the flow's own facts are read from it;
 * what the chart derives from them is written anew when the text is next shown.
 */
export function readCode(text: string, draft: Draft): ReadCode {
  const read = checkSource(text)
  if (!read.ok) return read
  try {
    const drawing = decompile(read.value)
    if (same(drawing, draft.drawing)) return { ok: true, edit: undefined }
    const positions = Object.fromEntries(Object.entries(draft.layout.positions).filter(([id]) => drawing.nodes[id]))
    const edit: Edit = { kind: 'replaceDraft', draft: { ...draft, drawing, layout: { ...draft.layout, positions } } }
    const applied = applyEdit(draft, edit)
    if (!applied.ok)
      return failed(`${applied.reason.code}${applied.reason.values ? `: ${Object.values(applied.reason.values).join(', ')}` : ''}`)
    return { ok: true, edit: same(applied.draft.drawing, draft.drawing) ? undefined : edit }
  } catch (error) {
    return failed(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

const failed = (problem: string): ReadCode => ({ ok: false, problems: [{ pointer: '', problem, line: 1, column: 1 }] })
const same = (one: Draft['drawing'], other: Draft['drawing']): boolean => canonicalText(plain(one)) === canonicalText(plain(other))
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value))
