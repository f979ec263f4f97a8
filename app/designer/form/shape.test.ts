import { describe, expect, it } from 'vitest'
import { nodeTypeOf, nodeTypes } from '#flows/nodes/index'
import { knownInputs } from './inputs'
import { type FieldShape, formOf } from './shape'

const all = (fields: readonly FieldShape[]): FieldShape[] => fields.flatMap((field) => [field, ...all(field.row)])

describe('the form of a node type', () => {
  it.each(Object.keys(nodeTypes))('has a control for every field of %s', (type) => {
    const inputs = all(formOf(nodeTypeOf(type))).map(({ input }) => input)
    expect(inputs.length).toBeGreaterThan(0)
    expect(inputs.filter((input) => !knownInputs.includes(input))).toEqual([])
  })

  it('knows choices, bounds, rows and what is required', () => {
    const fields = formOf(nodeTypeOf('menu'))
    const field = (name: string) => fields.find((each) => each.name === name)
    expect(field('listen')).toMatchObject({ input: 'choice', choices: ['keys', 'speech', 'both'], standard: 'keys', required: false })
    expect(field('waitSeconds')).toMatchObject({ input: 'seconds', min: 1, max: 30 })
    expect(field('prompt')).toMatchObject({ input: 'prompt', required: true })
    expect(field('options')?.row.map(({ name, words }) => [name, words])).toContainEqual(['key', 'options.key'])
  })

  it('knows when a field counts', () => {
    expect(formOf(nodeTypeOf('message')).find(({ name }) => name === 'number')?.when).toEqual({ field: 'to', is: ['number'] })
  })
})
