import type { Rule } from './facts'

/** The flow begins at its one start node. */
export const oneStart: Rule = ({ nodes, byId, chart }) => {
  const first = byId.get(chart.states.flow.initial ?? '')
  const others = nodes.filter(({ id, type }) => type === 'start' && id !== first?.id)
  return [
    ...(first?.type === 'start' ? [] : [{ rule: 'start-missing', level: 'must' as const, ...(first && { node: first.id }) }]),
    ...others.map(({ id, label }) => ({ rule: 'start-twice', level: 'must' as const, node: id, values: { label } })),
  ]
}
