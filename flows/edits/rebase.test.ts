import { describe, expect, it } from 'vitest'
import { emptyDraft } from './draft'
import { Edit, type EditInput, fold } from './edit'
import { EditEntry, rebase } from './rebase'

const edit = (input: EditInput): Edit => Edit.parse(input)
const base = fold(
  emptyDraft({ id: 'clinic', name: 'Clinic', locale: 'en-US', channels: ['voice'] }),
  [
    { kind: 'addNode', type: 'menu', id: 'main' },
    { kind: 'addNode', type: 'end', id: 'bye' },
  ].map((input) => edit(input as EditInput)),
).draft

/** What becomes of Ben's edit when Ada's came first. */
function ben(mine: EditInput, { ada, by = 'ada' }: { ada: EditInput; by?: string }) {
  const entry = EditEntry.parse({ revision: 3, base: 2, person: by, at: '2026-03-02T15:00:00Z', edit: edit(ada) })
  const { draft, refused } = fold(base, [entry.edit])
  expect(refused).toEqual([])
  return rebase(edit(mine), { draft, since: [entry], person: 'ben' })
}

describe('two people at one draft', () => {
  it('change two fields of one node, and both stand', () => {
    const result = ben(
      { kind: 'setSettings', id: 'main', set: { waitSeconds: 9 } },
      { ada: { kind: 'setSettings', id: 'main', set: { listen: 'keys' } } },
    )
    expect(result.outcome === 'applies' && result.draft.drawing.nodes.main?.settings).toMatchObject({ waitSeconds: 9, listen: 'keys' })
  })
  it('set one field to two values: a conflict that says with whom', () => {
    const result = ben(
      { kind: 'setSettings', id: 'main', set: { waitSeconds: 9 } },
      { ada: { kind: 'setSettings', id: 'main', set: { waitSeconds: 3 } } },
    )
    expect(result).toMatchObject({
      outcome: 'conflict',
      reason: { code: 'changed-by-someone-else', values: { person: 'ada' } },
      with: { revision: 3 },
    })
  })
  it('mean the same: no conflict', () => {
    expect(ben({ kind: 'renameNode', id: 'main', label: 'Main' }, { ada: { kind: 'renameNode', id: 'main', label: 'Main' } }).outcome).toBe(
      'applies',
    )
  })
  it('do not conflict with themselves', () => {
    expect(
      ben({ kind: 'renameNode', id: 'main', label: 'B' }, { ada: { kind: 'renameNode', id: 'main', label: 'A' }, by: 'ben' }).outcome,
    ).toBe('applies')
  })
  it.each<[string, EditInput, EditInput]>([
    [
      'wire one port to two nodes',
      { kind: 'wire', from: 'main', port: 'refill', to: 'main' },
      { kind: 'wire', from: 'main', port: 'refill', to: 'bye' },
    ],
    ['wire to a node the other removes', { kind: 'wire', from: 'main', port: 'refill', to: 'bye' }, { kind: 'removeNodes', ids: ['bye'] }],
    ['remove a node the other wires to', { kind: 'removeNodes', ids: ['bye'] }, { kind: 'wire', from: 'main', port: 'refill', to: 'bye' }],
    [
      'remove a node whose words the other writes',
      { kind: 'removeNodes', ids: ['bye'] },
      { kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: 'Bye!' } },
    ],
    [
      'write two versions of the same words',
      { kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: 'B' } },
      { kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: 'A' } },
    ],
    ['take one id for two nodes', { kind: 'addNode', type: 'say', id: 'new' }, { kind: 'addNode', type: 'end', id: 'new' }],
    ['replace everything while the other works', { kind: 'replaceDraft', draft: base }, { kind: 'renameNode', id: 'bye', label: 'Ada' }],
    ['work while the other replaces everything', { kind: 'renameNode', id: 'bye', label: 'Ben' }, { kind: 'replaceDraft', draft: base }],
  ])('conflict when they %s', (_what, mine, ada) => {
    expect(ben(mine, { ada }).outcome).toBe('conflict')
  })
  it('move one node to two places: the later move stands', () => {
    const move = (x: number): EditInput => ({ kind: 'moveNodes', positions: { main: { x, y: 0 } } })
    const result = ben(move(2), { ada: move(1) })
    expect(result.outcome === 'applies' && result.draft.layout.positions.main).toEqual({ x: 2, y: 0 })
  })
  it('write the same words in two languages', () => {
    const say = (locale: string): EditInput => ({ kind: 'setWords', key: 'bye.prompt', locale, words: { text: locale } })
    expect(ben(say('es-US'), { ada: say('zh-CN') }).outcome).toBe('applies')
  })
})
