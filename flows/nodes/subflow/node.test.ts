import { expect, test } from 'vitest'
import { call } from '#engine/testing/TestCall'
import { compile } from '../../compile'
import type { JsonObject } from '../../json'
import { nodeFlow } from '../../testing/nodeFlow'
import { SubflowSettings, subflow } from './node'

/** A flow inside that takes what it was handed and ends at once. */
function played(settings: JsonObject, variables: JsonObject) {
  const { flow, content } = nodeFlow({ type: 'subflow', settings: { release: 'inner', ...settings }, variables })
  const inner = nodeFlow({
    type: 'set',
    settings: { assignments: [{ variable: 'made', value: '{{ given.age }} and {{ text }}' }] },
    variables: { given: null, text: '', made: null },
  })
  return call(flow, content, { subflows: { inner: { chart: compile(inner.flow), content: inner.content } } }).dials()
}

test('one variable alone is handed over as it is, words around it make text', () => {
  const inputs = [
    { variable: 'given', value: '{{ patient }}' },
    { variable: 'text', value: 'no. {{ number }}' },
  ]
  const caller = played({ inputs, outputs: [{ variable: 'back', from: 'made' }] }, { patient: { age: 40 }, number: 7, back: null })
  caller.ends('otherwise').knows('back', '40 and no. 7')
  expect(caller.frame('subflow').vars.given).toEqual({ age: 40 })
})

test('only what is taken back is known outside, unless all of it is asked for', () => {
  expect(played({}, {}).frame().results.subflow).toEqual({ outcome: 'next' })
  expect(played({ returnAll: true }, {}).frame().results.subflow).toMatchObject({ outcome: 'next', made: ' and ', text: '' })
})

test('the outcome of the flow inside decides', () => {
  played({ outcomes: [{ id: 'went_on', outcome: 'next' }] }, {}).ends('went_on')
})

test('an unpinned release and an outcome that stands twice are found', () => {
  const outcomes = [
    { id: 'a', outcome: 'done' },
    { id: 'b', outcome: 'done' },
  ]
  expect(subflow.check?.(SubflowSettings.parse({ outcomes })).map(({ rule }) => rule)).toEqual([
    'subflow-not-pinned',
    'subflow-outcome-twice',
  ])
})
