import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart, StateJson } from '../chart'
import { compile } from '../compile'
import { type Draft, emptyDraft } from '../edits/draft'
import { Edit, type EditInput, fold } from '../edits/edit'
import type { Finding } from '../node'
import { drafts } from '../testing/drawings'
import { checkChart, type CheckOptions, isReleasable } from './check-chart'
import { checkDraft } from './check-draft'

function draftOf(channels: Draft['drawing']['channels'], ...edits: EditInput[]): Draft {
  const { draft, refused } = fold(emptyDraft({ id: 'clinic', name: 'Clinic', locale: 'en-US', channels }), edits.map((edit) => Edit.parse(edit)))
  expect(refused).toEqual([])
  return draft
}
const voice: EditInput[] = [
  { kind: 'addNode', type: 'menu', id: 'main' },
  { kind: 'addNode', type: 'end', id: 'bye' },
  { kind: 'wire', from: 'start', port: 'call', to: 'main' },
  { kind: 'wire', from: 'main', port: 'refill', to: 'bye' },
  { kind: 'wire', from: 'main', port: 'nurse', to: 'bye' },
  { kind: 'wire', from: 'main', port: 'no_answer', to: 'bye' },
  { kind: 'setUniversal', name: 'person', universal: { key: '0', words: {}, target: 'bye' } },
]
const good = draftOf(['voice'], ...voice)
const goodChart = compile(good.drawing)

const having = (...edits: EditInput[]): Finding[] => checkDraft(draftOf(['voice'], ...voice, ...edits))
const rulesIn = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ rule }) => rule))]
const find = (findings: readonly Finding[], rule: string): Finding | undefined => findings.find((finding) => finding.rule === rule)

/** The good chart with one node's state changed by hand, as the code view allows. */
function byHand(id: string, change: (state: StateJson) => StateJson, options?: CheckOptions): Finding[] {
  const chart = structuredClone(goodChart)
  const states = chart.states.flow.states ?? {}
  states[id] = change(states[id] ?? {})
  return checkChart(chart, good.content, options)
}

describe('the chart check', () => {
  it('finds nothing in a good flow', () => {
    expect(checkChart(goodChart, good.content, { release: true })).toEqual([])
  })

  it('never throws, whatever was drawn, and compiled charts are as drawn', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const found = rulesIn(checkDraft(draft))
        for (const never of ['unknown-act', 'unknown-guard', 'names-another-node', 'unknown-target', 'unknown-port', 'wire-without-port', 'named-delay', 'not-as-drawn', 'not-a-node', 'bad-settings']) {
          expect(found).not.toContain(never)
        }
      }),
    )
  })

  it.each<[string, EditInput[], Partial<Finding>]>([
    ['unwired-port', [{ kind: 'unwire', from: 'main', port: 'nurse' }], { level: 'must', node: 'main', port: 'nurse', values: { port: 'Nurse' } }],
    ['unreachable-node', [{ kind: 'addNode', type: 'end', id: 'lost' }], { level: 'should', node: 'lost' }],
    ['bad-settings', [{ kind: 'setSettings', id: 'main', set: { waitSeconds: 'long' } }], { level: 'must', node: 'main', field: 'waitSeconds' }],
    ['missing-words', [{ kind: 'setWords', key: 'main.prompt', locale: 'en-US', words: { text: ' ' } }], { level: 'must', node: 'main', values: { key: 'main.prompt', locale: 'en-US' } }],
    ['missing-translation', [{ kind: 'setFlow', locales: ['en-US', 'es-US'] }], { level: 'should', values: { key: 'main.prompt', locale: 'es-US' } }],
    ['broken-template', [{ kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: 'Hi {{ name | }' } }], { level: 'must', node: 'bye' }],
    ['undeclared-variable', [{ kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: 'Hi {{ name }}' } }], { level: 'must', node: 'bye', values: { name: 'name' } }],
    ['unknown-result', [{ kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: '{{ results.gone.value }}' } }], { level: 'should', values: { name: 'gone' } }],
    ['universal-key-taken', [{ kind: 'setUniversal', name: 'repeat', universal: { key: '1' } }], { level: 'must', node: 'main', port: 'refill', values: { key: '1', name: 'repeat', option: 'Refill' } }],
    ['universal-key-twice', [{ kind: 'setUniversal', name: 'repeat', universal: { key: '0' } }], { level: 'must' }],
    ['universal-nowhere', [{ kind: 'setUniversal', name: 'language', universal: { key: '9' } }], { level: 'must', values: { name: 'language' } }],
    ['no-person', [{ kind: 'setUniversal', name: 'person', universal: null }], { level: 'should' }],
    ['wrong-channel', [{ kind: 'addNode', type: 'voicemail', id: 'vm' }, { kind: 'setFlow', channels: ['voice', 'sms'] }], { level: 'must', node: 'vm', values: { channel: 'sms', label: 'Voicemail' } }],
    ['start-twice', [{ kind: 'addNode', type: 'start', id: 'again' }], { level: 'must', node: 'again' }],
    ['start-missing', [{ kind: 'setFlow', start: 'main' }], { level: 'must', node: 'main' }],
    ['stub', [{ kind: 'addNode', type: 'stub', id: 'imported' }], { level: 'must', node: 'imported' }],
    ['unmapped-reference', [{ kind: 'addNode', type: 'http', id: 'look' }, { kind: 'setSettings', id: 'look', set: { url: 'ref:function:lookup order' } }], { level: 'should', node: 'look', field: 'url', values: { kind: 'function', name: 'lookup order' } }],
  ])('finds %s', (rule, edits, expected) => {
    expect(find(having(...edits), rule)).toMatchObject(expected)
  })

  it('blocks a release with an unmapped reference', () => {
    const draft = draftOf(['voice'], ...voice, { kind: 'addNode', type: 'http', id: 'look' }, { kind: 'setSettings', id: 'look', set: { url: 'ref:function:lookup' } })
    const findings = checkDraft(draft, { release: true })
    expect(find(findings, 'unmapped-reference')?.level).toBe('must')
    expect(isReleasable(findings)).toBe(false)
    expect(isReleasable(checkDraft(good))).toBe(true)
  })

  it('keeps half-typed and unknown nodes in their place, so that nothing behind them seems lost', () => {
    expect(rulesIn(having({ kind: 'setSettings', id: 'main', set: { options: [] } }))).toEqual(['bad-settings'])
    const strange = { ...good, drawing: { ...good.drawing, nodes: { ...good.drawing.nodes, main: { ...good.drawing.nodes.main, type: 'teleport' } as never } } }
    expect(rulesIn(checkDraft(strange))).toEqual(['unknown-type'])
  })

  it('finds where a caller could never get out', () => {
    const findings = having({ kind: 'addNode', type: 'say', id: 'round' }, { kind: 'wire', from: 'round', port: 'next', to: 'main' }, ...(['refill', 'nurse', 'no_answer'] as const).map((port) => ({ kind: 'wire' as const, from: 'main', port, to: 'round' })))
    expect(findings.filter(({ rule }) => rule === 'dead-end').map(({ node }) => node)).toEqual(['start', 'main', 'round'])
    expect(rulesIn(findings)).not.toContain('endless-loop')
  })

  it('finds a loop that waits for nothing', () => {
    const findings = having(
      { kind: 'addNode', type: 'say', id: 'a', label: 'A' },
      { kind: 'addNode', type: 'say', id: 'b', label: 'B' },
      { kind: 'wire', from: 'main', port: 'nurse', to: 'a' },
      { kind: 'wire', from: 'a', port: 'next', to: 'b' },
      { kind: 'wire', from: 'b', port: 'next', to: 'a' },
    )
    expect(findings.filter(({ rule }) => rule === 'endless-loop')).toEqual([{ rule: 'endless-loop', level: 'must', node: 'a', values: { nodes: 'A → B' } }])
  })

  it('finds answers that the carrier takes for itself', () => {
    const options = [
      { id: 'cancel', label: 'Give up', key: '2', words: { 'en-US': ['Cancel!'] } },
      { id: 'refill', label: 'End', key: '1', words: {} },
    ]
    const edits: EditInput[] = [{ kind: 'addNode', type: 'menu', id: 'main' }, { kind: 'setSettings', id: 'main', set: { options } }]
    const words = (channel: 'voice' | 'sms') => checkDraft(draftOf([channel], ...edits)).flatMap(({ rule, values }) => (rule === 'opt-out-word' ? [values?.word] : []))
    expect(words('sms')).toEqual(['END', 'CANCEL'])
    expect(words('voice')).toEqual([])
  })
})

describe('a chart changed by hand', () => {
  it.each<[string, string, (state: StateJson) => StateJson]>([
    ['unknown-act', 'main', (state) => ({ ...state, entry: [{ type: 'menu.dance', params: { node: 'main' } }] })],
    ['unknown-act', 'main', (state) => ({ ...state, entry: [{ type: 'say.speak', params: { node: 'main' } }] })],
    ['unknown-act', 'main', (state) => ({ ...state, entry: [{ type: 'toString', params: { node: 'main' } }] })],
    ['names-another-node', 'bye', (state) => ({ ...state, entry: [{ type: 'end.close', params: { node: 'main' } }] })],
    ['unknown-guard', 'main', (state) => ({ ...state, always: [{ guard: { type: 'menu.maybe', params: { node: 'main' } }, target: 'bye', reenter: true, meta: { port: 'nurse' } }] })],
    ['unknown-target', 'main', (state) => ({ ...state, on: { silence: [{ target: 'nowhere', reenter: true, meta: { port: 'no_answer' } }] } })],
    ['unknown-target', 'main', (state) => ({ ...state, initial: 'try9' })],
    ['unknown-target', 'main', (state) => ({ ...state, on: { silence: [{ target: '#clinic.ended' }] } })],
    ['unknown-port', 'main', (state) => ({ ...state, always: [{ target: 'bye', reenter: true, meta: { port: 'side_door' } }] })],
    ['wire-without-port', 'main', (state) => ({ ...state, always: [{ target: 'bye', reenter: true }] })],
    ['named-delay', 'main', (state) => ({ ...state, after: { LATER: [{ target: 'bye', reenter: true, meta: { port: 'no_answer' } }] } })],
    ['not-a-node', 'extra', () => ({})],
    ['not-a-node', '_hidden', () => ({})],
    ['not-as-drawn', 'main', (state) => ({ ...state, exit: [{ type: 'menu.ask', params: { node: 'main' } }] })],
    ['endless-loop', 'main', (state) => ({ ...state, states: { ...state.states, try1: { always: [{ target: 'try2' }] }, try2: { always: [{ target: 'try1' }] } } })],
  ])('shows %s', (rule, id, change) => {
    expect(find(byHand(id, change), rule)).toMatchObject({ level: 'must' })
  })

  it('shows what was changed outside the nodes', () => {
    const chart: Chart = { ...goodChart, on: { ...goodChart.on, 'call.ended': [{ target: '.repeat' }] } }
    expect(rulesIn(checkChart(chart, good.content))).toEqual(['not-as-drawn'])
  })
})

describe('subflows', () => {
  const calling = (release: string, id = 'clinic') => {
    const draft = draftOf(['voice'], { kind: 'addNode', type: 'subflow', id: 'inner' }, { kind: 'setSettings', id: 'inner', set: { release } })
    return { draft, chart: { ...compile(draft.drawing), id } }
  }
  const ruleOf = (release: string, subflows: NonNullable<CheckOptions['subflows']>) => rulesIn(checkDraft(calling(release).draft, { subflows })).filter((rule) => rule.startsWith('subflow'))

  it('pin releases that exist', () => {
    expect(ruleOf('aa', { aa: { chart: { ...goodChart, id: 'other' } } })).toEqual([])
    expect(ruleOf('toString', {})).toEqual(['subflow-unknown'])
  })
  it('never lead back to themselves, however deep', () => {
    expect(ruleOf('aa', { aa: { chart: goodChart } })).toEqual(['subflow-recursion'])
    expect(ruleOf('aa', { aa: { chart: calling('bb', 'one').chart }, bb: { chart: calling('aa', 'two').chart } })).toEqual(['subflow-recursion'])
  })
  it('do not offer a key that is universal outside', () => {
    const draft = draftOf(['voice'], { kind: 'addNode', type: 'subflow', id: 'inner' }, { kind: 'setSettings', id: 'inner', set: { release: 'aa' } }, { kind: 'setUniversal', name: 'person', universal: { key: '2', target: 'inner' } })
    expect(find(checkDraft(draft, { subflows: { aa: { chart: { ...goodChart, id: 'other' } } } }), 'universal-key-taken')).toMatchObject({ node: 'inner', values: { option: 'Nurse' } })
  })
})

it('checks a flow of a thousand nodes in less than 300 milliseconds', () => {
  const many = Array.from({ length: 1000 }, (_, index) => `n${index}`)
  const types = ['menu', 'say', 'ask', 'split', 'http', 'message'] as const
  const nodes = Object.entries(
    draftOf(['voice'], ...types.map((type) => ({ kind: 'addNode' as const, type, id: type }))).drawing.nodes,
  ).filter(([id]) => id !== 'start')
  const drawing = {
    ...good.drawing,
    nodes: {
      ...good.drawing.nodes,
      ...Object.fromEntries(many.map((id, index) => {
        const [, node] = nodes[index % nodes.length] ?? []
        if (!node) throw new Error('there are sample nodes')
        return [id, { ...node, wires: { next: many[index + 1] ?? 'bye', no_answer: 'bye' } }]
      })),
    },
  }
  const draft = { ...good, drawing: { ...drawing, nodes: Object.fromEntries(Object.entries(drawing.nodes).map(([id, node]) => [id, { ...node, wires: node.wires }])) } }
  const chart = compile(draft.drawing)
  checkChart(chart, draft.content)
  const before = performance.now()
  const findings = checkChart(chart, draft.content)
  const took = performance.now() - before
  expect(findings.length).toBeGreaterThan(100)
  expect(took).toBeLessThan(300)
})
