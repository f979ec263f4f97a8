import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../edits/draft'
import { mapReferences, References, referenceIn, unmapped } from './references'

const place = (pointer: string) => ({ widget: 'w', pointer })
const draft = () => {
  const draft = emptyDraft({ id: 'x', name: 'X', locale: 'en-US', channels: ['voice'] })
  draft.drawing.nodes.look = {
    type: 'http',
    label: 'Look',
    settings: { url: 'ref:function:lookup', headers: [{ key: 'a', value: 'ref:secret:token' }] },
    wires: {},
  }
  return draft
}

describe('references', () => {
  it('name the same thing once, with every place', () => {
    const references = new References()
    expect(references.use('function', { was: 'https://a/x', wish: 'x', place: place('/1') })).toBe('ref:function:x')
    expect(references.use('function', { was: 'https://a/x', wish: 'x', place: place('/2') })).toBe('ref:function:x')
    expect(references.list()).toEqual([{ kind: 'function', name: 'x', was: 'https://a/x', places: [place('/1'), place('/2')] }])
  })
  it('keep two things of one name apart', () => {
    const references = new References()
    expect(references.use('function', { was: 'https://a/x', wish: 'x', place: place('/1') })).toBe('ref:function:x')
    expect(references.use('function', { was: 'https://b/x', wish: 'x', place: place('/2') })).toBe('ref:function:x_2')
  })
  it('bring any wish into their alphabet', () => {
    expect(new References().use('url', { was: '<<X>>', wish: '<<BASE URL>>/ä', place: place('/1') })).toBe('ref:url:BASE_URL')
    expect(new References().use('url', { was: '你', wish: '你', place: place('/1') })).toBe('ref:url:url')
  })
  it('are whole values only', () => {
    expect(referenceIn('ref:phone:desk')).toEqual({ kind: 'phone', name: 'desk' })
    for (const value of ['see ref:phone:desk', 'ref:other:desk', 'ref:phone:', 7, null, undefined])
      expect(referenceIn(value)).toBeUndefined()
  })
  it('are found wherever they stand', () => {
    expect(unmapped(draft()).map(({ reference, node, field }) => [reference, node, field])).toEqual([
      ['ref:function:lookup', 'look', 'url'],
      ['ref:secret:token', 'look', 'headers.0.value'],
    ])
  })
  it('are mapped one by one; an empty value maps nothing', () => {
    const mapped = mapReferences(draft(), { 'ref:function:lookup': 'https://ehr.example.org/lookup', 'ref:secret:token': '' })
    expect(mapped.drawing.nodes.look?.settings.url).toBe('https://ehr.example.org/lookup')
    expect(unmapped(mapped).map(({ reference }) => reference)).toEqual(['ref:secret:token'])
    expect(unmapped(draft())).toHaveLength(2)
  })
})
