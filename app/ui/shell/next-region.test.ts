import { describe, expect, it } from 'vitest'
import { nextPlace } from './next-region'

describe('nextPlace', () => {
  it('walks on and begins again', () => {
    expect([nextPlace(3, 0, false), nextPlace(3, 1, false), nextPlace(3, 2, false)]).toEqual([1, 2, 0])
  })

  it('walks back and ends again', () => {
    expect([nextPlace(3, 2, true), nextPlace(3, 1, true), nextPlace(3, 0, true)]).toEqual([1, 0, 2])
  })

  it('starts at the near end when the focus is nowhere', () => {
    expect([nextPlace(3, -1, false), nextPlace(3, -1, true)]).toEqual([0, 2])
  })

  it('finds nothing among nothing', () => {
    expect(nextPlace(0, -1, false)).toBe(-1)
  })
})
