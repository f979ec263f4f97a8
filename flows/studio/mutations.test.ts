import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMachine } from 'xstate'
import { compile } from '../compile'
import { Draft } from '../edits/draft'
import type { Json } from '../json'
import { importStudio } from './import'
import { StudioReport } from './report'
import { clinic } from './testing/clinic'
import { mutated } from './testing/mutate'

/** What must hold of any text: refused with a place, or a draft that is whole. */
function survives(text: string): void {
  const result = importStudio(text, { id: 'fuzz' })
  if (!result.ok) {
    expect(result.problems.length).toBeGreaterThan(0)
    return
  }
  const { draft, report } = result
  expect(Draft.parse(draft)).toEqual(draft)
  expect(StudioReport.parse(report)).toEqual(report)
  createMachine(compile(draft.drawing) as never)
  const nodes = new Set(Object.keys(draft.drawing.nodes))
  for (const { wires } of Object.values(draft.drawing.nodes))
    for (const target of Object.values(wires)) expect(nodes.has(target)).toBe(true)
  expect(report.widgets.every(({ node }) => nodes.has(node))).toBe(true)
}

it('300 damaged flows are read or refused, and never break anything', () => {
  const flow = JSON.parse(JSON.stringify(clinic())) as Json
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (places, changes) =>
      survives(JSON.stringify(mutated(flow, { places, changes }))),
    ),
    {
      numRuns: 300,
      seed: 20260302,
    },
  )
})

it('any JSON is read or refused', () => {
  fc.assert(fc.property(fc.json(), survives), { numRuns: 200, seed: 20260302 })
})

it('any text is read or refused', () => {
  fc.assert(fc.property(fc.string(), survives), { numRuns: 200, seed: 20260302 })
})
