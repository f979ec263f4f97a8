import { compile } from '../compile'
import { decompile } from '../decompile'
import type { Finding } from '../node'
import type { Rule } from './facts'

/**
 * The chart is the one its drawing compiles to, so that what reviewers see on the canvas is what runs. A chart changed by hand
 * beyond what can be drawn is not accepted. Asked only where every node fits its type.
 */
export const drawnAsCompiled: Rule = ({ chart, nodes, byId }) => {
  if (nodes.some(({ known }) => !known) || !byId.has(chart.states.flow.initial ?? '')) return []
  const drawn = compile(decompile(chart))
  const { states, ...root } = chart
  const { flow, ...beside } = states
  const { states: drawnStates, ...drawnRoot } = drawn
  const { flow: drawnFlow, ...drawnBeside } = drawnStates
  const differing = Object.keys({ ...flow.states, ...drawnFlow.states }).filter((id) => !same(flow.states?.[id], drawnFlow.states?.[id]))
  const whole = same(
    { root, beside, flow: { ...flow, states: {} } },
    { root: drawnRoot, beside: drawnBeside, flow: { ...drawnFlow, states: {} } },
  )
  return [
    ...(whole ? [] : [{ rule: 'not-as-drawn', level: 'must' as const, values: { place: chart.id } }]),
    ...differing.map((id): Finding => ({ rule: 'not-as-drawn', level: 'must', ...(byId.has(id) && { node: id }), values: { place: id } })),
  ]
}

/** Deep equality of plain JSON; a key whose value is undefined counts as absent. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other))
    return false
  const [ours, theirs] = [given(one), given(other)]
  return (
    ours.length === theirs.length &&
    ours.every(([key, value]) => Object.hasOwn(other, key) && same(value, (other as Record<string, unknown>)[key]))
  )
}

const given = (value: object): [string, unknown][] => Object.entries(value).filter(([, item]) => item !== undefined)
