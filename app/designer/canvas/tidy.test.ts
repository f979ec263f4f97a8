import { describe, expect, it } from 'vitest'
import { nodeFlow } from '#flows/testing/nodeFlow'
import { tidy } from './tidy'

describe('a tidied canvas', () => {
  const { flow } = nodeFlow({ type: 'menu' })

  it('puts what simply follows below and each choice to the right', () => {
    const say = nodeFlow({ type: 'say', channels: ['voice'] }).flow
    const below = tidy(
      { ...say, nodes: { ...say.nodes, begin: { type: 'start', label: 'Start', settings: { by: ['call'] }, wires: { call: 'say' } } } },
      new Map(),
    )
    expect(below.say?.x).toBe(below.begin?.x)
    expect(below.say?.y).toBeGreaterThan(below.begin?.y ?? 0)
    const right = tidy(flow, new Map())
    expect(right.by_nurse?.x).toBeGreaterThan(right.menu?.x ?? 0)
  })

  it('places every card and none on another', () => {
    const places = Object.entries(tidy(flow, new Map()))
    expect(places.map(([id]) => id).sort()).toEqual(Object.keys(flow.nodes).sort())
    for (const [one, a] of places)
      for (const [other, b] of places) if (one !== other) expect(Math.abs(a.x - b.x) >= 184 || Math.abs(a.y - b.y) >= 120).toBe(true)
  })
})
