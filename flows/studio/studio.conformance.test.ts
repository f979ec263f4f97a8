import { describe, expect, it } from 'vitest'
import { createMachine } from 'xstate'
import { load } from '#engine/load'
import { Chart } from '../chart'
import { checkDraft } from '../check/check-draft'
import { compile } from '../compile'
import { decompile } from '../decompile'
import { Draft } from '../edits/draft'
import type { Json } from '../json'
import { readDefinition, type StudioFlow } from './definition'
import { isLegacy, modernised } from './legacy'
import { StudioReport } from './report'
import { hasFixtures, listedFlows, listFixtures, readFixture } from './testing/fixtures'
import { imported } from './testing/imported'

const flows = listedFlows()
const textOf = (file: string): string => readFixture('studio-flows', file)
const definitionOf = (file: string): StudioFlow => {
  const flow = readDefinition(JSON.parse(textOf(file)) as Json)
  if (!flow) throw new Error(`${file} holds no states.`)
  return isLegacy(flow) ? modernised(flow) : flow
}

describe.skipIf(!hasFixtures)('real Studio flows', () => {
  it('are all there', () => expect(flows).toHaveLength(35))

  it.each(flows)('$file is counted as it is listed', ({ file, states, transitions, transitions_without_next, legacy_format, sha256 }) => {
    const { report } = imported(textOf(file))
    expect(report.counts).toMatchObject({ states, transitions, unconnected: transitions_without_next })
    expect(report.source).toMatchObject({ sha256, text: textOf(file), form: legacy_format ? 'legacy' : 'definition' })
    expect(StudioReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })

  it.each(flows)('$file becomes a chart that bare XState and the engine take', ({ file }) => {
    const { draft } = imported(textOf(file))
    expect(Draft.parse(draft)).toEqual(draft)
    const chart = compile(draft.drawing)
    expect(Chart.parse(JSON.parse(JSON.stringify(chart)))).toEqual(chart)
    expect(() => createMachine(chart as never)).not.toThrow()
    expect(() => load({ chart, content: draft.content })).not.toThrow()
    expect(decompile(chart)).toEqual(draft.drawing)
  })

  it.each(flows)('$file has every way out joined as it was, or listed', ({ file }) => {
    const { draft, report } = imported(textOf(file))
    const nodeOf = new Map(report.widgets.map(({ widget, node }) => [widget, node]))
    for (const [index, { name, transitions }] of definitionOf(file).states.entries()) {
      const targets = Object.values(draft.drawing.nodes[nodeOf.get(name) ?? '']?.wires ?? {})
      for (const [place, { event, next }] of transitions.entries()) {
        const pointer = `/states/${index}/transitions/${place}`
        const exit = report.exits.find((listed) => listed.pointer === pointer)
        const lost = report.findings.some((finding) => finding.code === 'event-not-carried' && finding.pointer === pointer)
        if (next) expect(targets.includes(nodeOf.get(next) ?? '') || lost, `${name} ${event} → ${next}`).toBe(true)
        else expect(exit, `${name} ${event}`).toMatchObject({ event, widget: name })
        if (exit?.end) expect(draft.drawing.nodes[exit.end]?.type).toBe('end')
      }
    }
  })

  it.each(flows)('$file needs nothing before release but mapping and replacing stubs', ({ file }) => {
    const { draft } = imported(textOf(file))
    const blocking = checkDraft(draft, { release: true }).filter(
      ({ level, rule }) => level === 'must' && rule !== 'unmapped-reference' && rule !== 'stub' && rule !== 'subflow-not-pinned',
    )
    expect(blocking).toEqual([])
  })

  it.each(flows)('$file names every dead widget', ({ file }) => {
    const { report } = imported(textOf(file))
    const names = new Set(definitionOf(file).states.map(({ name }) => name))
    const read = [...textOf(file).matchAll(/widgets\.([\w-]+)/g)].flatMap(([, name]) =>
      name && !names.has(name) ? [`widgets.${name}`] : [],
    )
    const found = report.findings.filter(({ code }) => code === 'dead-widget-reference').map(({ quoted }) => quoted)
    expect(new Set(found)).toEqual(new Set(read))
  })

  it('have only known kinds of stubs', () => {
    const stubs = flows.flatMap(({ file }) =>
      imported(textOf(file))
        .report.widgets.filter(({ nodeType }) => nodeType === 'stub')
        .map(({ type }) => type),
    )
    expect(new Set(stubs)).toEqual(new Set(['make-outgoing-call-v2', 'fork-stream']))
  })

  it('hold templates that are recognised, all but those that name nothing', () => {
    const counts = flows.map(({ file }) => imported(textOf(file)).report.counts.templates)
    const sum = (kind: 'path' | 'filters' | 'liquid' | 'unresolved'): number => counts.reduce((total, each) => total + each[kind], 0)
    const outputs = flows.flatMap(({ file }) => [
      ...textOf(file)
        .replaceAll(/"friendly_name":\s*"(?:[^"\\]|\\.)*"/g, '')
        .matchAll(/\{\{.*?\}\}|\{%.*?%\}/g),
    ])
    expect(sum('path') + sum('filters') + sum('liquid') + sum('unresolved')).toBe(outputs.length)
    const unresolved = flows.filter((_, index) => (counts[index]?.unresolved ?? 0) > 0).map(({ file }) => file)
    for (const file of unresolved) {
      expect(
        imported(textOf(file)).report.findings.some(({ code }) =>
          ['dead-widget-reference', 'unknown-root', 'template-broken'].includes(code),
        ),
        file,
      ).toBe(true)
    }
  })
})

describe.skipIf(!hasFixtures)('every widget of the schema', () => {
  const files = listFixtures('twilio', 'studio-widget-schema', 'testdata')

  it.each(files)('%s loads, keeps its ways out and runs or stays whole', (file) => {
    const text = readFixture('twilio', 'studio-widget-schema', 'testdata', file)
    const { draft, report } = imported(text)
    expect(Draft.parse(draft)).toEqual(draft)
    expect(() => load({ chart: compile(draft.drawing), content: draft.content })).not.toThrow()
    const widget = report.widgets[0]
    if (widget?.nodeType !== 'stub') return
    expect(JSON.parse(String(draft.drawing.nodes[widget.node]?.settings.json))).toMatchObject(JSON.parse(text) as object)
  })

  it('are 21 kinds, of which those this version runs become their nodes', () => {
    const types = new Map(
      files
        .map((file) => imported(readFixture('twilio', 'studio-widget-schema', 'testdata', file)).report.widgets[0])
        .flatMap((widget) => (widget ? [[widget.type, widget.nodeType]] : [])),
    )
    expect(types.size).toBe(21)
    expect(Object.fromEntries(types)).toMatchObject({
      'say-play': 'say',
      'gather-input-on-call': 'ask',
      'split-based-on': 'split',
      'send-message': 'message',
      'send-and-wait-for-reply': 'ask',
      'set-variables': 'set',
      'make-http-request': 'http',
      'run-function': 'http',
      'connect-call-to': 'transfer',
      'record-voicemail': 'voicemail',
      'enqueue-call': 'transfer',
      'send-to-flex': 'transfer',
      'run-subflow': 'subflow',
      trigger: 'start',
    })
  })
})
