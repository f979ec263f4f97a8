import { describe, expect, it } from 'vitest'
import { emptyDraft } from '#flows/edits/draft'
import { type Edit, fold } from '#flows/edits/edit'
import { reachOrder } from '../reading/reach-order'
import { type Arrow, walkFocus } from './walk-focus'

const edits: Edit[] = [
  { kind: 'addNode', type: 'menu', id: 'menu' },
  { kind: 'addNode', type: 'end', id: 'end' },
  { kind: 'addNode', type: 'say', id: 'lost' },
  { kind: 'wire', from: 'start', port: 'call', to: 'menu' },
  { kind: 'wire', from: 'menu', port: 'nurse', to: 'end' },
]
const { draft } = fold(emptyDraft({ id: 'f', name: 'F', locale: 'en-US', channels: ['voice'] }), edits)
const order = reachOrder(draft.drawing)
const walk = (arrows: Arrow[]) => arrows.reduce((focus, arrow) => walkFocus(draft, focus, { arrow, order }), { node: 'start' })

describe('the arrows of the canvas', () => {
  it('read by reach from the start, what nothing leads to last', () => {
    expect(order).toEqual(['start', 'menu', 'end', 'lost'])
    expect(walk(['down', 'down', 'down', 'down'])).toEqual({ node: 'lost' })
  })

  it('go into the ways out, along a wire and back', () => {
    expect(walk(['right'])).toEqual({ node: 'start', port: 'call' })
    expect(walk(['right', 'right'])).toEqual({ node: 'menu' })
    expect(walk(['right', 'right', 'right', 'down', 'right'])).toEqual({ node: 'end' })
    expect(walk(['right', 'right', 'left'])).toEqual({ node: 'start' })
    expect(walk(['right', 'right', 'right', 'left'])).toEqual({ node: 'menu' })
  })

  it('stay where a way out leads nowhere', () => {
    expect(walk(['right', 'right', 'right', 'right'])).toEqual({ node: 'menu', port: 'refill' })
  })
})
