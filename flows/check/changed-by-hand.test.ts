import { describe, expect, it } from 'vitest'
import type { Chart, StateJson } from '../chart'
import { compile } from '../compile'
import type { Finding } from '../node'
import { findingOf, goodDraft, rulesIn } from '../testing/checked'
import { checkChart } from './check-chart'

const goodChart = compile(goodDraft.drawing)

/** The good chart with one node's state changed by hand, as the code view allows. */
function byHand(id: string, change: (state: StateJson) => StateJson): Finding[] {
  const chart = structuredClone(goodChart)
  const states = chart.states.flow.states ?? {}
  states[id] = change(states[id] ?? {})
  return checkChart(chart, goodDraft.content)
}

describe('a chart changed by hand', () => {
  it.each<[string, string, (state: StateJson) => StateJson]>([
    ['unknown-act', 'main', (state) => ({ ...state, entry: [{ type: 'menu.dance', params: { node: 'main' } }] })],
    ['unknown-act', 'main', (state) => ({ ...state, entry: [{ type: 'say.speak', params: { node: 'main' } }] })],
    ['unknown-act', 'main', (state) => ({ ...state, entry: [{ type: 'toString', params: { node: 'main' } }] })],
    ['names-another-node', 'bye', (state) => ({ ...state, entry: [{ type: 'end.close', params: { node: 'main' } }] })],
    [
      'unknown-guard',
      'main',
      (state) => ({
        ...state,
        always: [{ guard: { type: 'menu.maybe', params: { node: 'main' } }, target: 'bye', reenter: true, meta: { port: 'nurse' } }],
      }),
    ],
    [
      'unknown-target',
      'main',
      (state) => ({ ...state, on: { silence: [{ target: 'nowhere', reenter: true, meta: { port: 'no_answer' } }] } }),
    ],
    ['unknown-target', 'main', (state) => ({ ...state, initial: 'try9' })],
    ['unknown-target', 'main', (state) => ({ ...state, on: { silence: [{ target: '#clinic.ended' }] } })],
    ['unknown-port', 'main', (state) => ({ ...state, always: [{ target: 'bye', reenter: true, meta: { port: 'side_door' } }] })],
    ['wire-without-port', 'main', (state) => ({ ...state, always: [{ target: 'bye', reenter: true }] })],
    ['named-delay', 'main', (state) => ({ ...state, after: { LATER: [{ target: 'bye', reenter: true, meta: { port: 'no_answer' } }] } })],
    ['not-a-node', 'extra', () => ({})],
    ['not-a-node', '_hidden', () => ({})],
    ['not-as-drawn', 'main', (state) => ({ ...state, exit: [{ type: 'menu.ask', params: { node: 'main' } }] })],
    [
      'endless-loop',
      'main',
      (state) => ({
        ...state,
        states: { ...state.states, try1: { always: [{ target: 'try2' }] }, try2: { always: [{ target: 'try1' }] } },
      }),
    ],
  ])('shows %s', (rule, id, change) => {
    expect(findingOf(byHand(id, change), rule)).toMatchObject({ level: 'must' })
  })

  it('shows what was changed outside the nodes', () => {
    const chart: Chart = { ...goodChart, on: { ...goodChart.on, 'call.ended': [{ target: '.repeat' }] } }
    expect(rulesIn(checkChart(chart, goodDraft.content))).toEqual(['not-as-drawn'])
  })
})
