import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { z } from 'zod'
import { Chart } from '../chart'
import { compile } from '../compile'
import { decompile } from '../decompile'
import type { AnyNodeType } from '../node'
import { expectComplete, expectSound } from '../testing/expectNode'
import { nodeFlow } from '../testing/nodeFlow'
import { fieldsOf } from '../testing/settingsPaths'
import { NodeTypeId, nodeTypeOf, nodeTypes } from './index'

const inputs = new Set(
  'prompt prompts text long-text number seconds key choice choices list words spoken-words template variable phone locale zone hidden weekly-hours dates key-values release switch'.split(
    ' ',
  ),
)

describe.each(Object.entries<AnyNodeType>(nodeTypes))('%s', (id, type) => {
  test('stands in the registry under its own name', () => expect(type.type).toBe(id))
  test('has words, help, an icon and an example in full', () => expectComplete(type, fileURLToPath(new URL(`./${id}`, import.meta.url))))
  test('compiles its example to the ports it declares, with acts and guards that exist', () => expectSound(type))

  test('has a form for every field', () => {
    const top = fieldsOf(z.toJSONSchema(type.settings, { io: 'input' })).filter(({ path }) => !path.includes('.'))
    for (const { path, input } of top) expect([path, inputs.has(input ?? '')]).toEqual([path, true])
  })

  test('makes a chart that the schema and bare XState accept and that reads back the same', () => {
    const { flow } = nodeFlow({ type: id })
    const chart = compile(flow)
    expect(Chart.parse(JSON.parse(JSON.stringify(chart)))).toEqual(chart)
    // The chart is JSON from outside XState's type system.
    createMachine(chart as never)
    expect(decompile(chart)).toEqual(flow)
  })
})

test('an unknown type is named together with the known ones', () => {
  expect(() => nodeTypeOf('teleport')).toThrow(/no node type "teleport".*start, say, menu/)
  expect(NodeTypeId.options).toContain('ask')
})
