import { expect, it } from 'vitest'
import { compile } from '../compile'
import { draftOf } from '../testing/checked'
import { checkChart } from './check-chart'

it('checks a flow of a thousand nodes in less than 300 milliseconds', () => {
  const types = ['menu', 'say', 'ask', 'split', 'http', 'message'] as const
  const samples = draftOf(['voice'], ...types.map((type) => ({ kind: 'addNode' as const, type, id: type })))
  const { start, ...kinds } = samples.drawing.nodes
  if (!start) throw new Error('a draft has a start')
  const nodes = Array.from({ length: 1000 }, (_, index) => {
    const node = Object.values(kinds)[index % types.length]
    if (!node) throw new Error('there are samples')
    return [`n${index}`, { ...node, wires: { next: `n${(index + 1) % 1000}` } }] as const
  })
  const chart = compile({ ...samples.drawing, nodes: { start: { ...start, wires: { call: 'n0' } }, ...Object.fromEntries(nodes) } })
  // The best of three: the machine may be busy with something else.
  const took = [1, 2, 3].map(() => {
    const before = performance.now()
    expect(checkChart(chart, samples.content).length).toBeGreaterThan(100)
    return performance.now() - before
  })
  expect(Math.min(...took)).toBeLessThan(300)
})
