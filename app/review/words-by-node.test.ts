import { describe, expect, it } from 'vitest'
import { diffDrafts } from '#flows/diff'
import { type Draft, emptyDraft } from '#flows/edits/draft'
import { Edit, type EditInput, fold } from '#flows/edits/edit'
import { wordsByNode } from './words-by-node'

const edited = (draft: Draft, ...edits: EditInput[]): Draft => {
  const done = fold(
    draft,
    edits.map((edit) => Edit.parse(edit)),
  )
  expect(done.refused).toEqual([])
  return done.draft
}

const before = edited(
  emptyDraft({ id: 'line', name: 'Line', locale: 'en-US', channels: ['voice'] }),
  { kind: 'addNode', type: 'say', id: 'hello', label: 'Welcome' },
  { kind: 'addNode', type: 'end', id: 'bye', label: 'Goodbye' },
  { kind: 'wire', from: 'start', port: 'call', to: 'hello' },
  { kind: 'wire', from: 'hello', port: 'next', to: 'bye' },
)

const read = (after: Draft) => wordsByNode(after, diffDrafts(before, after)).map(({ id, state }) => `${id} ${state}`)

describe('wordsByNode', () => {
  it('lists who speaks in the order callers meet them', () => {
    expect(read(before)).toEqual(['hello same', 'bye same'])
  })

  it('shows changed words beside the old ones', () => {
    const after = edited(before, { kind: 'setWords', key: 'hello.prompt', locale: 'en-US', words: { text: 'Good morning.' } })
    const [hello] = wordsByNode(after, diffDrafts(before, after))
    const line = hello?.prompts[0]?.lines[0]
    expect(hello?.state).toBe('changed')
    expect([line?.before?.text, line?.after?.text]).toEqual([before.content['hello.prompt']?.['en-US']?.text, 'Good morning.'])
  })

  it('keeps what is no longer said, last', () => {
    expect(read(edited(before, { kind: 'removeNodes', ids: ['hello'] }))).toEqual(['bye same', 'hello gone'])
  })

  it('calls every node new in a first release', () => {
    const first = wordsByNode(before, diffDrafts(null, before))
    expect(first.map(({ state }) => state)).toEqual(['new', 'new'])
  })
})
