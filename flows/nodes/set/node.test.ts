import { expect, test } from 'vitest'
import { call } from '#engine/testing/TestCall'
import type { Json } from '../../json'
import { nodeFlow } from '../../testing/nodeFlow'
import { set } from './node'
import { typedValue } from './typedValue'

test.each<[string, 'text' | 'number' | 'boolean' | 'json', Json]>([
  ['', 'text', ''],
  [' 12 ', 'number', 12],
  ['', 'number', null],
  ['twelve', 'number', null],
  ['Infinity', 'number', null],
  ['YES', 'boolean', true],
  ['', 'boolean', false],
  ['perhaps', 'boolean', null],
  ['constructor', 'boolean', null],
  ['[1, "a"]', 'json', [1, 'a']],
  ['{', 'json', null],
])('"%s" as %s is %j', (text, as, value) => expect(typedValue(text, as)).toEqual(value))

test('what an earlier visit set stays in the result beside what this one sets', () => {
  const { flow, content } = nodeFlow({
    type: 'set',
    settings: { assignments: [{ variable: 'tries', value: '{{ tries }}1' }] },
    variables: { tries: '' },
  })
  const again = { rows: [{ id: 'again', label: 'Again', all: [{ subject: '{{ results.set.tries }}', operator: 'equal_to', value: '1' }] }] }
  const nodes = {
    ...flow.nodes,
    set: { type: 'set', label: 'Set', settings: flow.nodes.set?.settings ?? {}, wires: { next: 'look' } },
    look: { type: 'split', label: 'Look', settings: again, wires: { again: 'set', otherwise: 'by_next' } },
  }
  const caller = call({ ...flow, nodes }, content)
    .dials()
    .ends('next')
    .knows('tries', '11')
  expect(caller.frame().results.set).toEqual({ tries: '11' })
})

test('names what it sets and the templates it reads', () => {
  expect(set.sets?.(set.example.settings)).toEqual(['reason'])
  expect(set.templates?.(set.example.settings)).toEqual([{ template: 'refill', field: 'assignments.0.value' }])
})
