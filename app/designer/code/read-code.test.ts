import { describe, expect, it } from 'vitest'
import { emptyDraft } from '#flows/edits/draft'
import { applyEdit, type Edit, fold } from '#flows/edits/edit'
import { codeOf, readCode } from './read-code'

const edits: Edit[] = [
  { kind: 'addNode', type: 'menu', id: 'menu', position: { x: 1, y: 2 } },
  { kind: 'addNode', type: 'end', id: 'end' },
  { kind: 'wire', from: 'start', port: 'call', to: 'menu' },
  { kind: 'wire', from: 'menu', port: 'nurse', to: 'end' },
]
const { draft } = fold(emptyDraft({ id: 'f', name: 'F', locale: 'en-US', channels: ['voice'] }), edits)

describe('the code of a draft', () => {
  it('means no change while it is not changed', () => {
    expect(readCode(codeOf(draft), draft)).toEqual({ ok: true, edit: undefined })
  })

  it('brings a changed setting and label back into the drawing', () => {
    const text = codeOf(draft).replace('"waitSeconds": 5', '"waitSeconds": 9').replace('"label": "Menu"', '"label": "Main menu"')
    const read = readCode(text, draft)
    const applied = read.ok && read.edit ? applyEdit(draft, read.edit) : undefined
    expect(applied).toMatchObject({
      ok: true,
      draft: {
        drawing: { nodes: { menu: { label: 'Main menu', settings: { waitSeconds: 9 }, wires: { nurse: 'end' } } } },
        content: draft.content,
      },
    })
  })

  it('also speaks for a node whose settings do not fit yet', () => {
    const broken = fold(draft, [{ kind: 'setSettings', id: 'menu', set: { waitSeconds: 900 }, remove: [], wires: {} }]).draft
    const read = readCode(codeOf(broken).replace('"waitSeconds": 900', '"waitSeconds": 9'), broken)
    const applied = read.ok && read.edit ? applyEdit(broken, read.edit) : undefined
    expect(applied).toMatchObject({
      ok: true,
      draft: { drawing: { nodes: { menu: { settings: { waitSeconds: 9 }, wires: { nurse: 'end' } } } } },
    })
  })

  it('says where a text is broken, by line', () => {
    const read = readCode(codeOf(draft).replace('"initial": "flow"', '"initial": "flows"'), draft)
    expect(read).toMatchObject({ ok: false, problems: [{ pointer: '/initial', line: 3 }] })
    expect(readCode('{', draft)).toMatchObject({ ok: false })
  })
})
