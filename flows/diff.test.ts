import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffDrafts, isSame } from './diff'
import { Edit, type EditInput, fold } from './edits/edit'
import { drafts, shuffled } from './testing/drawings'
import { sampleDraft } from './testing/release'

const diffAfter = (...edits: EditInput[]) => {
  const { draft, refused } = fold(
    sampleDraft,
    edits.map((edit) => Edit.parse(edit)),
  )
  expect(refused).toEqual([])
  return diffDrafts(sampleDraft, draft)
}

describe('the difference of two drafts', () => {
  it('is nothing between a draft and itself, in any key order', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(isSame(diffDrafts(draft, shuffled(draft)))).toBe(true)
      }),
    )
  })
  it('shows words as they are heard, by node and language', () => {
    const { words } = diffAfter(
      { kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: 'Good bye.' } },
      { kind: 'setWords', key: 'hello.prompt', locale: 'es-US', words: { text: 'Hola.' } },
      { kind: 'setWords', key: 'gone.prompt', locale: 'en-US', words: { text: 'Never heard.' } },
    )
    expect(words).toEqual([
      { kind: 'changed', key: 'bye.prompt', locale: 'en-US', nodes: ['bye'], before: { text: 'Goodbye.' }, after: { text: 'Good bye.' } },
      { kind: 'added', key: 'hello.prompt', locale: 'es-US', nodes: ['hello'], before: null, after: { text: 'Hola.' } },
    ])
  })
  it('shows a changed recording though the words stay', () => {
    const { words } = diffAfter({
      kind: 'setWords',
      key: 'bye.prompt',
      locale: 'en-US',
      words: { text: 'Goodbye.', audio: 'a'.repeat(64) },
    })
    expect(words).toMatchObject([{ kind: 'changed', key: 'bye.prompt' }])
  })
  it('shows nodes, their fields and wires', () => {
    const diff = diffAfter(
      { kind: 'addNode', type: 'end', id: 'other', label: 'Other end' },
      { kind: 'wire', from: 'hello', port: 'next', to: 'other' },
      { kind: 'setSettings', id: 'hello', set: { repeat: 2 } },
      { kind: 'renameNode', id: 'hello', label: 'Welcome' },
      { kind: 'removeNodes', ids: ['bye'] },
    )
    expect(diff.nodes).toEqual({
      added: [{ id: 'other', type: 'end', label: 'Other end' }],
      removed: [{ id: 'bye', type: 'end', label: 'End' }],
      changed: [
        {
          id: 'hello',
          label: 'Welcome',
          fields: [
            { field: 'label', before: 'Say', after: 'Welcome' },
            { field: 'repeat', before: 1, after: 2 },
          ],
        },
      ],
    })
    expect(diff.wires).toEqual([{ from: 'hello', port: 'next', before: 'bye', after: 'other' }])
    expect(diff.words.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['removed bye.prompt', 'added other.prompt'])
  })
  it('shows what is declared for the whole flow, and not where boxes stand', () => {
    expect(diffAfter({ kind: 'setFlow', locales: ['en-US', 'es-US'] }, { kind: 'moveNodes', positions: { bye: { x: 7, y: 7 } } })).toEqual({
      words: [],
      nodes: { added: [], removed: [], changed: [] },
      wires: [],
      flow: [{ field: 'locales', before: ['en-US'], after: ['en-US', 'es-US'] }],
    })
  })
  it('of a first release is everything', () => {
    const diff = diffDrafts(null, sampleDraft)
    expect(diff.nodes.added.map(({ id }) => id)).toEqual(['bye', 'hello', 'start'])
    expect(diff.words.map(({ key }) => key)).toEqual(['bye.prompt', 'hello.prompt'])
    expect(diff.flow.map(({ field }) => field)).toContain('name')
  })
})
