import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile'
import { emptyDraft } from '../edits/draft'
import { drawings } from '../testing/drawings'
import { checkDraftSource, checkSource } from './check-source'
import { readJson } from './read-json'

const draft = emptyDraft({ id: 'clinic', name: 'Clinic', locale: 'en-US', channels: ['voice'] })
const chart = JSON.stringify(compile(draft.drawing), null, 2)
const problems = (text: string) => {
  const checked = checkSource(text)
  return checked.ok ? [] : checked.problems
}

describe('the text of a chart', () => {
  it('is read', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const text = JSON.stringify(compile(drawing))
        const checked = checkSource(text)
        expect(checked).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })
  it('may begin with a byte order mark', () => {
    expect(checkSource(`\uFEFF${chart}`).ok).toBe(true)
  })
  it.each<[string, string, number, number]>([
    ['{\n  "id": }', 'A value is expected here.', 2, 9],
    ['{"a": 1 "b": 2}', 'A comma or a closing brace } is expected here.', 1, 9],
    ['{"a": 1,}', 'A key in double quotes is expected here.', 1, 9],
    ['[1,\n2', 'A comma or a closing bracket ] is expected here.', 2, 2],
    ['{"a": "x\n"}', 'This text is not closed, or holds a line break or an unknown escape.', 1, 7],
    ['{"a": 1,\n "a": 2}', 'The key "a" comes twice in one object.', 2, 2],
    ['{"__proto__": 1}', 'The key "__proto__" is not allowed.', 1, 2],
    ['{} x', 'There is text after the end of the JSON value.', 1, 4],
    ['', 'The text ends too early.', 1, 1],
    ['[01]', 'A comma or a closing bracket ] is expected here.', 1, 3],
    ['['.repeat(300), 'The JSON is nested more than 200 deep.', 1, 202],
  ])('%j is refused with its place', (text, problem, line, column) => {
    expect(problems(text)).toEqual([{ pointer: '', problem, line, column }])
  })
  it('lists every problem with pointer, line and column, in reading order', () => {
    const broken = chart
      .replace('"channels": [\n      "voice"\n    ]', '"channels": ["fax"]')
      .replace('"initial": "flow"', '"initial": "flow",\n  "invoke": {}')
      .replace('"context"', '"contexte"')
    const found = problems(broken)
    expect(found.map(({ line }) => line)).toEqual(found.map(({ line }) => line).sort((one, other) => one - other))
    expect(new Set(found.map(({ pointer }) => pointer))).toEqual(new Set(['/context', '/contexte', '/invoke', '/meta/channels/0']))
    expect(found).toContainEqual({ pointer: '/invoke', problem: 'The key "invoke" is not known here.', line: 4, column: 13 })
    expect(found.find(({ pointer }) => pointer === '/meta/channels/0')?.line).toBeGreaterThan(4)
  })
  it('says what a named delay is missing', () => {
    const named = chart.replace('"on": {', '"after": {"LATER": []}, "on": {')
    const flow = chart.replace('"type": "history"', '"after": {"LATER": []}, "type": "history"')
    expect(problems(named).length).toBeGreaterThan(0)
    expect(problems(flow).map(({ pointer }) => pointer)).toContainEqual(expect.stringContaining('/after/LATER'))
  })
  it('of a draft is read the same way', () => {
    expect(checkDraftSource(JSON.stringify(draft))).toEqual({ ok: true, value: draft })
    expect(checkDraftSource('{}').ok).toBe(false)
  })
})

describe('reading JSON', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        if (text.includes('__proto__')) return
        const read = readJson(text)
        expect(read.ok && JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })
  it('refuses what JSON.parse refuses, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 }))
            .map(([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1)),
        ),
        (text) => {
          let parses = true
          try {
            JSON.parse(text)
          } catch {
            parses = false
          }
          const read = readJson(text)
          if (!parses) expect(read.ok).toBe(false)
          else if (!read.ok) expect(read.problem).toMatch(/twice|__proto__/)
        },
      ),
      { numRuns: 500 },
    )
  })
})
