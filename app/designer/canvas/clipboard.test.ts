import { describe, expect, it } from 'vitest'
import { emptyDraft } from '#flows/edits/draft'
import { applyEdit, type Edit, fold } from '#flows/edits/edit'
import { copied, pasteOf } from './clipboard'

const edits: Edit[] = [
  { kind: 'addNode', type: 'menu', id: 'menu', position: { x: 0, y: 0 } },
  { kind: 'addNode', type: 'say', id: 'say', position: { x: 200, y: 0 } },
  { kind: 'wire', from: 'menu', port: 'refill', to: 'say' },
  { kind: 'wire', from: 'start', port: 'call', to: 'menu' },
]
const { draft } = fold(emptyDraft({ id: 'f', name: 'F', locale: 'en-US', channels: ['voice'] }), edits)

describe('copied nodes', () => {
  it('come back under new ids with their own words and the wires among them', () => {
    const edit = pasteOf(draft, copied(draft, ['menu', 'say']) ?? '')
    const applied = edit && applyEdit(draft, edit)
    expect(applied).toMatchObject({ ok: true })
    if (!applied?.ok) return
    const { drawing, content } = applied.draft
    expect(drawing.nodes.menu2).toMatchObject({
      wires: { refill: 'say2' },
      settings: { prompt: 'menu2.prompt', retries: ['menu2.retry1'] },
    })
    expect(content['menu2.prompt']).toEqual(content['menu.prompt'])
    expect(drawing.nodes.start?.wires).toEqual({ call: 'menu' })
  })

  it('never hold the start, and other text is not taken for nodes', () => {
    expect(copied(draft, ['start'])).toBeUndefined()
    expect(pasteOf(draft, 'hello')).toBeUndefined()
    expect(pasteOf(draft, '{"format":"callwright.nodes/1","nodes":{"x":{"type":"say"}}}')).toBeUndefined()
  })
})
