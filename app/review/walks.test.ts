import { expect, it } from 'vitest'
import { emptyDraft } from '#flows/edits/draft'
import { Edit, type EditInput, fold } from '#flows/edits/edit'
import { walksOf } from './walks'

const drawn = (...edits: EditInput[]) => {
  const { draft, refused } = fold(
    emptyDraft({ id: 'line', name: 'Line', locale: 'en-US', channels: ['voice'] }),
    edits.map((edit) => Edit.parse(edit)),
  )
  expect(refused).toEqual([])
  return draft.drawing
}

it('walks the shortest way to each place, to people before ends', () => {
  const drawing = drawn(
    { kind: 'addNode', type: 'say', id: 'hello' },
    { kind: 'addNode', type: 'voicemail', id: 'box' },
    { kind: 'addNode', type: 'end', id: 'bye' },
    { kind: 'addNode', type: 'end', id: 'lost' },
    { kind: 'wire', from: 'start', port: 'call', to: 'hello' },
    { kind: 'wire', from: 'hello', port: 'next', to: 'box' },
    { kind: 'wire', from: 'box', port: 'recorded', to: 'bye' },
  )
  const walks = walksOf(drawing).map(({ to, steps }) => [to, ...steps.map(({ node, port }) => `${node}.${port.id}`)])
  expect(walks).toEqual([
    ['box', 'start.call', 'hello.next'],
    ['bye', 'start.call', 'hello.next', 'box.recorded'],
  ])
})

it('comes to an end though the flow goes round', () => {
  const drawing = drawn(
    { kind: 'addNode', type: 'say', id: 'one' },
    { kind: 'addNode', type: 'say', id: 'two' },
    { kind: 'wire', from: 'start', port: 'call', to: 'one' },
    { kind: 'wire', from: 'one', port: 'next', to: 'two' },
    { kind: 'wire', from: 'two', port: 'next', to: 'one' },
  )
  expect(walksOf(drawing)).toEqual([])
})
