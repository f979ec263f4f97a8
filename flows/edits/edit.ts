import { z } from 'zod'
import { addNode } from './add-node'
import type { Applied, EditKind, Refusal, Touch } from './define'
import type { Draft } from './draft'
import { moveNodes } from './move-nodes'
import { paste } from './paste'
import { removeNodes } from './remove-nodes'
import { renameNode } from './rename-node'
import { replaceDraft } from './replace-draft'
import { setFlow, setUniversal, setVariables } from './set-flow'
import { setSettings } from './set-settings'
import { setWords } from './set-words'
import { unwire, wire } from './wire'

/** Every kind of edit. The union, its schema and all that is done with edits derive from it. */
const editKinds = {
  addNode,
  removeNodes,
  paste,
  setSettings,
  renameNode,
  wire,
  unwire,
  moveNodes,
  setWords,
  setVariables,
  setUniversal,
  setFlow,
  replaceDraft,
} as const

/** One change to a draft, as data: what is stored, sent and undone. */
export const Edit = z.discriminatedUnion('kind', [
  addNode.schema,
  removeNodes.schema,
  paste.schema,
  setSettings.schema,
  renameNode.schema,
  wire.schema,
  unwire.schema,
  moveNodes.schema,
  setWords.schema,
  setVariables.schema,
  setUniversal.schema,
  setFlow.schema,
  replaceDraft.schema,
])
export type Edit = z.output<typeof Edit>
/** An edit as it may be written, before defaults are filled in. */
export type EditInput = z.input<typeof Edit>

// An edit's own `kind` picks its definition, which TypeScript cannot follow from a table of differently typed entries.
const kindOf = (edit: Edit): EditKind<string, z.ZodObject> => editKinds[edit.kind] as unknown as EditKind<string, z.ZodObject>

/** The draft with the edit made, or why it cannot be made. Pure; the draft given is never changed. */
export function applyEdit(draft: Draft, edit: Edit): Applied {
  return kindOf(edit).apply(draft, edit)
}

/** The edit that takes `edit` back, given the draft before it: undo is an edit like any other. */
export function invertEdit(before: Draft, edit: Edit): Edit {
  return Edit.parse(kindOf(edit).invert(before, edit))
}

/** The places an edit changes, for noticing that two people meant different things. */
export function touchesOf(edit: Edit): readonly Touch[] {
  return kindOf(edit).touches(edit)
}

/** The draft after all edits, in order. An edit that does not apply is left out and listed, never dropped in silence. */
export function fold(base: Draft, edits: Iterable<Edit>): { draft: Draft; refused: { index: number; reason: Refusal }[] } {
  let draft = base
  const refused: { index: number; reason: Refusal }[] = []
  let index = 0
  for (const edit of edits) {
    const applied = applyEdit(draft, edit)
    if (applied.ok) draft = applied.draft
    else refused.push({ index, reason: applied.reason })
    index += 1
  }
  return { draft, refused }
}
