import { type Draft, emptyDraft } from '../edits/draft'
import { Edit, type EditInput, fold } from '../edits/edit'
import type { Finding } from '../node'

/** A draft made by edits, all of which must apply. */
export function draftOf(channels: Draft['drawing']['channels'], ...edits: EditInput[]): Draft {
  const { draft, refused } = fold(
    emptyDraft({ id: 'clinic', name: 'Clinic', locale: 'en-US', channels }),
    edits.map((edit) => Edit.parse(edit)),
  )
  if (refused.length > 0) throw new Error(`Edits were refused: ${JSON.stringify(refused)}`)
  return draft
}

/** A call flow the check finds nothing in: a menu, an end, and a key for a person. */
export const goodEdits: readonly EditInput[] = [
  { kind: 'addNode', type: 'menu', id: 'main' },
  { kind: 'addNode', type: 'end', id: 'bye' },
  { kind: 'wire', from: 'start', port: 'call', to: 'main' },
  { kind: 'wire', from: 'main', port: 'refill', to: 'bye' },
  { kind: 'wire', from: 'main', port: 'nurse', to: 'bye' },
  { kind: 'wire', from: 'main', port: 'no_answer', to: 'bye' },
  { kind: 'setUniversal', name: 'person', universal: { key: '0', words: {}, target: 'bye' } },
]
export const goodDraft = draftOf(['voice'], ...goodEdits)

/** The rules that found something, each once. */
export const rulesIn = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ rule }) => rule))]
/** The first finding of a rule. */
export const findingOf = (findings: readonly Finding[], rule: string): Finding | undefined =>
  findings.find((finding) => finding.rule === rule)
