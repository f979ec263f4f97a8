import { describe, expect, it } from 'vitest'
import { rehearsedAt } from './rehearsal'

describe('a rehearsal event', () => {
  it('names the node whose outcome it is', () => {
    expect(rehearsedAt({ type: 'effect.done.here', result: 1 }, { node: 'appt/lookup' })).toEqual({
      type: 'effect.done.appt/lookup',
      result: 1,
    })
    expect(rehearsedAt({ type: 'effect.failed.here', reason: 'down' }, { node: 'lookup' })).toEqual({
      type: 'effect.failed.lookup',
      reason: 'down',
    })
  })

  it('names the person being asked', () => {
    const missed = { type: 'rung.missed', node: 'here', rung: 0, status: 'busy' } as const
    expect(rehearsedAt(missed, { node: 'night', rung: 3 })).toEqual({ ...missed, node: 'night', rung: 3 })
    expect(rehearsedAt(missed, { node: 'night' })).toEqual({ ...missed, node: 'night' })
  })

  it('stays as it is when it names nobody', () => {
    expect(rehearsedAt({ type: 'silence' }, { node: 'main' })).toEqual({ type: 'silence' })
  })
})
