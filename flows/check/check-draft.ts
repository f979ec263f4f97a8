import type { Chart, StateJson } from '../chart'
import { compile } from '../compile'
import type { Content } from '../content'
import type { Drawing, DrawnNode } from '../drawing'
import { knownType } from '../edits/settings-of'
import type { Finding } from '../node'
import { type CheckOptions, checkChart } from './check-chart'

/** The chart check for work in progress: nodes of unknown types or with half-typed settings get their findings too, where `compile` alone would throw. */
export function checkDraft({ drawing, content }: { drawing: Drawing; content: Content }, options: CheckOptions = {}): Finding[] {
  return checkChart(compileLeniently(drawing), content, options)
}

/** The chart with every node that cannot be compiled standing in its place as a state with its wires and nothing else. Never to be run. */
export function compileLeniently(drawing: Drawing): Chart {
  const broken = Object.entries(drawing.nodes).filter(([, { type, settings }]) => !knownType(type)?.settings.safeParse(settings).success)
  const sound = Object.fromEntries(broken.map(([id, node]) => [id, { ...node, type: 'end', settings: {}, wires: {} }]))
  const chart = compile({ ...drawing, nodes: { ...drawing.nodes, ...sound } })
  const states = { ...chart.states.flow.states, ...Object.fromEntries(broken.map(([id, node]) => [id, placeholder(node)])) }
  return { ...chart, states: { ...chart.states, flow: { ...chart.states.flow, states } } }
}

const placeholder = ({ type, label, settings, wires }: DrawnNode): StateJson => ({
  on: { 'draft.unfinished': Object.entries(wires).map(([port, target]) => ({ target, reenter: true, meta: { port } })) },
  meta: { node: type, label, settings },
})
