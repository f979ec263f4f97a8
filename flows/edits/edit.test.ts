import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drafts, editsFor } from '../testing/drawings'
import type { Applied } from './define'
import { type Draft, Draft as DraftSchema, emptyDraft, sameDraft } from './draft'
import { applyEdit, Edit, type EditInput, fold, invertEdit } from './edit'
import { settingsChange } from './set-settings'

const empty = emptyDraft({ id: 'clinic', name: 'Clinic', locale: 'en-US', channels: ['voice'] })
const edit = (input: EditInput): Edit => Edit.parse(input)

function edited(draft: Draft, ...edits: EditInput[]): Draft {
  const { draft: result, refused } = fold(draft, edits.map(edit))
  expect(refused).toEqual([])
  return result
}
function refusal(draft: Draft, input: EditInput): string {
  const applied = applyEdit(draft, edit(input))
  return applied.ok ? 'applied' : applied.reason.code
}

const isBack = (back: Applied | false): boolean => back !== false && back.ok && sameDraft(back.draft, withMenu)

const withMenu = edited(
  empty,
  { kind: 'addNode', type: 'menu', id: 'main', position: { x: 10, y: 20 } },
  { kind: 'addNode', type: 'end', id: 'bye' },
  { kind: 'wire', from: 'start', port: 'call', to: 'main' },
  { kind: 'wire', from: 'main', port: 'refill', to: 'bye' },
)

describe('an edit', () => {
  it('and its inverse leave the draft as it was', () => {
    const tried = { applied: 0, kinds: new Set<string>() }
    const draftAndEdits = drafts.chain((draft) => fc.tuple(fc.constant(draft), fc.array(editsFor(draft), { minLength: 1, maxLength: 6 })))
    fc.assert(
      fc.property(draftAndEdits, ([first, edits]) => {
        let draft = first
        for (const each of edits) {
          const applied = applyEdit(draft, each)
          if (!applied.ok) continue
          tried.applied += 1
          tried.kinds.add(each.kind)
          const back = applyEdit(applied.draft, invertEdit(draft, each))
          expect(back.ok && sameDraft(back.draft, draft), JSON.stringify([each, invertEdit(draft, each), back])).toBe(true)
          draft = applied.draft
        }
      }),
      { numRuns: 300 },
    )
    expect(tried.applied).toBeGreaterThan(300)
    expect([...tried.kinds].sort()).toEqual(
      [
        'addNode',
        'moveNodes',
        'removeNodes',
        'renameNode',
        'setFlow',
        'setSettings',
        'setUniversal',
        'setVariables',
        'setWords',
        'unwire',
        'wire',
      ].sort(),
    )
  })

  it('gives a draft that is still a draft, and changes nothing it was given', () => {
    const draftAndEdit = drafts.chain((draft) => fc.tuple(fc.constant(draft), editsFor(draft)))
    fc.assert(
      fc.property(draftAndEdit, ([draft, each]) => {
        const before = JSON.stringify(draft)
        const applied = applyEdit(draft, each)
        if (applied.ok) expect(DraftSchema.safeParse(JSON.parse(JSON.stringify(applied.draft))).error).toBeUndefined()
        expect(JSON.stringify(draft)).toBe(before)
      }),
    )
  })

  it('that cannot be read is refused by its schema', () => {
    expect(Edit.safeParse({ kind: 'addNode', type: 'menu', id: 'a.b' }).success).toBe(false)
    expect(Edit.safeParse({ kind: 'explode' }).success).toBe(false)
  })
})

describe('adding a node', () => {
  it('takes its type’s example, with prompt keys and words of its own in the first language', () => {
    expect(withMenu.drawing.nodes.main).toMatchObject({
      type: 'menu',
      label: 'Menu',
      settings: { prompt: 'main.prompt', retries: ['main.retry1'] },
    })
    expect(withMenu.content['main.prompt']).toEqual({ 'en-US': { text: 'For a refill, press 1. For a nurse, press 2.' } })
    expect(withMenu.layout.positions.main).toEqual({ x: 10, y: 20 })
  })
  it('refuses an id that is taken, a type nobody knows', () => {
    expect(refusal(withMenu, { kind: 'addNode', type: 'say', id: 'main' })).toBe('id-taken')
    expect(refusal(withMenu, { kind: 'addNode', type: 'toString', id: 'x' })).toBe('unknown-type')
  })
  it('refuses an id whose words are there already, since removing the node would take them along', () => {
    const written = edited(withMenu, { kind: 'setWords', key: 'new.note', locale: 'en-US', words: { text: 'Written before.' } })
    expect(refusal(written, { kind: 'addNode', type: 'start', id: 'new' })).toBe('words-taken')
  })
  it('allows an id that every object has', () => {
    expect(refusal(withMenu, { kind: 'addNode', type: 'say', id: 'constructor' })).toBe('applied')
  })
})

describe('removing nodes', () => {
  const person = edited(withMenu, { kind: 'setUniversal', name: 'person', universal: { key: '0', target: 'bye' } })
  it('takes wires into them, their words and their place with them', () => {
    const gone = edited(person, { kind: 'removeNodes', ids: ['bye'] })
    expect(gone.drawing.nodes.main?.wires).toEqual({})
    expect(gone.content['bye.prompt']).toBeUndefined()
    expect(gone.drawing.universal.person).toEqual({ key: '0', words: {} })
  })
  it('keeps words that another node speaks', () => {
    const shared = edited(person, { kind: 'setSettings', id: 'main', set: { prompt: 'bye.prompt' } }, { kind: 'removeNodes', ids: ['bye'] })
    expect(shared.content['bye.prompt']).toBeDefined()
  })
  it('never removes the start', () => {
    expect(refusal(withMenu, { kind: 'removeNodes', ids: ['start'] })).toBe('start-stays')
  })
})

describe('settings', () => {
  it('change field by field', () => {
    const changed = edited(withMenu, { kind: 'setSettings', id: 'main', set: { waitSeconds: 9 } })
    expect(changed.drawing.nodes.main?.settings).toMatchObject({ waitSeconds: 9, prompt: 'main.prompt' })
  })
  it('take the wires of ports that are gone with them, and undo brings them back', () => {
    const options = [{ id: 'nurse', label: 'Nurse', key: '2', words: {} }]
    const fewer = edit({ kind: 'setSettings', id: 'main', set: { options } })
    const without = applyEdit(withMenu, fewer)
    expect(without.ok && without.draft.drawing.nodes.main?.wires).toEqual({})
    const back = without.ok && applyEdit(without.draft, invertEdit(withMenu, fewer))
    expect(isBack(back)).toBe(true)
  })
  it('may be half typed', () => {
    expect(refusal(withMenu, { kind: 'setSettings', id: 'main', set: { options: [] } })).toBe('applied')
  })
  it('compare to the smallest change', () => {
    expect(settingsChange({ a: 1, b: { c: 2 }, d: 4 }, { b: { c: 2 }, a: 3 })).toEqual({ set: { a: 3 }, remove: ['d'] })
    expect(settingsChange({ a: [1] }, { a: [1] })).toBeUndefined()
  })
})

describe('wiring', () => {
  it('replaces the wire that was there', () => {
    expect(edited(withMenu, { kind: 'wire', from: 'main', port: 'refill', to: 'main' }).drawing.nodes.main?.wires).toEqual({
      refill: 'main',
    })
  })
  it('refuses ports and nodes that are not there', () => {
    expect(refusal(withMenu, { kind: 'wire', from: 'main', port: 'nowhere', to: 'bye' })).toBe('no-such-port')
    expect(refusal(withMenu, { kind: 'wire', from: 'main', port: 'refill', to: 'constructor' })).toBe('no-such-node')
  })
})

describe('pasting', () => {
  const copy = { ...withMenu.drawing.nodes.bye, settings: { prompt: 'ciao.prompt', outcome: 'completed' } }
  it('puts nodes, words and positions in, and is taken back whole', () => {
    const pasting = edit({
      kind: 'paste',
      nodes: { ciao: copy as never },
      words: { 'ciao.prompt': { 'en-US': { text: 'Ciao.' } } },
      positions: { ciao: { x: 1, y: 1 } },
      into: [{ from: 'main', port: 'nurse', to: 'ciao' }],
    })
    const pasted = applyEdit(withMenu, pasting)
    expect(pasted.ok && pasted.draft.drawing.nodes.main?.wires).toEqual({ refill: 'bye', nurse: 'ciao' })
    const back = pasted.ok && applyEdit(pasted.draft, invertEdit(withMenu, pasting))
    expect(isBack(back)).toBe(true)
  })
  it('refuses what does not belong to the pasted nodes', () => {
    expect(refusal(withMenu, { kind: 'paste', nodes: {}, positions: { main: { x: 0, y: 0 } } })).toBe('no-such-node')
    expect(refusal(withMenu, { kind: 'paste', nodes: { bye: copy as never } })).toBe('id-taken')
    expect(
      refusal(withMenu, {
        kind: 'paste',
        nodes: { a: { ...copy, wires: { next: 'nobody' } } as never, b: { type: '?', label: 'b', settings: {}, wires: { p: 'nobody' } } },
      }),
    ).toBe('no-such-node')
  })
})

describe('replacing a draft', () => {
  it('is refused for another flow and for wires to nowhere', () => {
    const other = emptyDraft({ id: 'other', name: 'Other', locale: 'en-US', channels: ['voice'] })
    expect(refusal(withMenu, { kind: 'replaceDraft', draft: other })).toBe('other-flow')
    expect(refusal(withMenu, { kind: 'replaceDraft', draft: { ...empty, drawing: { ...empty.drawing, start: 'nobody' } } })).toBe(
      'start-missing',
    )
  })
  it('is taken back whole', () => {
    const replacing = edit({ kind: 'replaceDraft', draft: empty })
    const replaced = applyEdit(withMenu, replacing)
    const back = replaced.ok && applyEdit(replaced.draft, invertEdit(withMenu, replacing))
    expect(isBack(back)).toBe(true)
  })
})
