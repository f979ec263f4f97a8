import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMachine } from 'xstate'
import { hashOf } from './canonical'
import { Chart } from './chart'
import { compile } from './compile'
import { decompile } from './decompile'
import type { Drawing } from './drawing'
import type { Json } from './json'
import { drafts, drawings, shuffled } from './testing/drawings'

const jsonOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value
const hash = (drawing: Drawing): string => hashOf('chart', jsonOf(compile(drawing)) as unknown as Json)

describe('a chart', () => {
  it('gives its drawing back', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        expect(decompile(Chart.parse(jsonOf(compile(drawing))))).toEqual(jsonOf(drawing))
      }),
    )
  })

  it('is the same, to the byte, whatever the order in which its drawing was put together', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        expect(hash(shuffled(drawing))).toBe(hash(drawing))
      }),
    )
  })

  it('changes its hash when a label changes', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const start = drawing.nodes.start
        if (!start) throw new Error('every generated drawing has a start')
        expect(hash({ ...drawing, nodes: { ...drawing.nodes, start: { ...start, label: `${start.label}!` } } })).not.toBe(hash(drawing))
      }),
    )
  })

  it('is plain JSON that its schema accepts', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const chart = compile(drawing)
        expect(jsonOf(chart)).toEqual(chart)
        expect(Chart.safeParse(jsonOf(chart)).error).toBeUndefined()
      }),
    )
  })

  it('is accepted by bare XState', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const machine = createMachine(jsonOf(compile(drawing)) as never)
        expect(Object.keys(machine.root.states)).toEqual(['flow', 'repeat', 'ended'])
      }),
    )
  })

  it('leads unwired ports to the end of a rehearsal', () => {
    const drawing = fc.sample(drafts, 1)[0]?.drawing
    if (!drawing?.nodes.start) throw new Error('a sample is given')
    const chart = compile({ ...drawing, nodes: { start: { ...drawing.nodes.start, wires: {} } }, universal: {} })
    expect(JSON.stringify(chart.states.flow.states?.start)).toContain('"_unwired"')
  })
})
