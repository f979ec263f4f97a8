import { describe, expect, it } from 'vitest'
import { maxStates, recognise } from './recognise'
import { clinic } from './testing/clinic'

const definition = clinic()
const formOf = (text: string) => {
  const recognised = recognise(text)
  return recognised.ok ? recognised.form : recognised.problems[0]?.code
}

describe('what was given', () => {
  it.each<[string, string, string]>([
    ['a definition', JSON.stringify(definition), 'definition'],
    ['a definition after a byte order mark', `\uFEFF${JSON.stringify(definition)}`, 'definition'],
    ['a definition encoded twice', JSON.stringify(JSON.stringify(definition)), 'definition'],
    ['a REST resource', JSON.stringify({ sid: 'FW1', revision: 3, definition }), 'resource'],
    ['a REST resource with its definition as text', JSON.stringify({ sid: 'FW1', definition: JSON.stringify(definition) }), 'resource'],
    [
      'an export of 2019',
      JSON.stringify({ states: [{ name: 'Trigger', type: 'InitialState', sid: 'FF1', properties: {}, transitions: [] }] }),
      'legacy',
    ],
    ['one widget', JSON.stringify(definition.states[1]), 'fragment'],
    ['several widgets', JSON.stringify(definition.states.slice(1, 3)), 'fragment'],
    ['another JSON', '{"hello": 1}', 'not-a-flow'],
    ['a list of something', '[1, 2]', 'not-a-flow'],
    ['a word', '"hello"', 'not-a-flow'],
    ['no widgets', '{"states": []}', 'no-widgets'],
    ['too many widgets', JSON.stringify({ states: Array.from({ length: maxStates + 1 }, () => ({})) }), 'too-many-widgets'],
    ['a text after the end', `${JSON.stringify(definition)} and more`, 'not-json'],
    ['nothing', '', 'not-json'],
    ['too long a text', `"${'x'.repeat(1_048_576)}"`, 'too-long'],
    ['too deep a text', '['.repeat(5000) + ']'.repeat(5000), 'too-deep'],
  ])('%s is told', (_, text, form) => expect(formOf(text)).toBe(form))

  it('keeps what the resource says beside the definition', () => {
    expect(recognise(JSON.stringify({ sid: 'FW1', friendly_name: 'Clinic', revision: 3, status: 'published', definition }))).toMatchObject({
      resource: { sid: 'FW1', friendlyName: 'Clinic', revision: '3', status: 'published' },
    })
  })
  it('tells a template by its placeholders', () => {
    expect(recognise(JSON.stringify(definition))).toMatchObject({ template: false })
    expect(recognise(JSON.stringify(definition).replace('WW1', '$'.concat('{WORKFLOW}')))).toMatchObject({ template: true })
  })
  it('lists what the editor would not write, with its pointer', () => {
    const odd = { ...definition, states: [{ ...definition.states[0], transitions: [{ event: 7 }, null] }] }
    expect(recognise(JSON.stringify(odd))).toMatchObject({
      deviations: [{ pointer: '/states/0/transitions/0/event' }, { pointer: '/states/0/transitions/1' }],
    })
  })
})

describe('where the text stops being JSON', () => {
  it.each([
    ['{"states": [}', 1, 13],
    ['{\n  "states": nul\n}', 2, 13],
    ["{'states': []}", 1, 2],
    ['{"a": 1,}', 1, 9],
    ['{"a": "tab\there"}', 1, 7],
    ['[1 2]', 1, 4],
    ['{"a": 01}', 1, 8],
    ['{} trailing', 1, 4],
  ])('%s', (text, line, column) =>
    expect(recognise(text)).toMatchObject({ ok: false, problems: [{ code: 'not-json', place: { line, column } }] }),
  )
})
