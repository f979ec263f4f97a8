import type { Edit } from '#flows/edits/edit'

/** Typing makes many edits of one thing. The thing an edit is about, or undefined when each edit of its kind stands for itself. */
export function subjectOf(edit: Edit): string | undefined {
  switch (edit.kind) {
    case 'setWords':
      return `words ${edit.key} ${edit.locale}`
    case 'renameNode':
      return `label ${edit.id}`
    case 'setSettings':
      return Object.keys(edit.set).length + edit.remove.length === 1
        ? `settings ${edit.id} ${Object.keys(edit.set)[0] ?? edit.remove[0]}`
        : undefined
    case 'moveNodes':
      return `move ${Object.keys(edit.positions).sort().join(' ')}`
    case 'setVariables':
      return 'variables'
    case 'setUniversal':
      return `universal ${edit.name}`
    case 'setFlow':
      return `flow ${Object.keys(edit).sort().join(' ')}`
    default:
      return undefined
  }
}

/** The later of two edits of one thing says all that both say; only wires an undo brought back are carried over. */
export function merged(earlier: Edit, later: Edit): Edit {
  if (earlier.kind === 'setSettings' && later.kind === 'setSettings') return { ...later, wires: { ...earlier.wires, ...later.wires } }
  return later
}
