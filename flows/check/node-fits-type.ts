import { backState, unwiredState } from '../chart'
import type { Finding } from '../node'
import type { CheckedNode, Rule } from './facts'

/** Every state is a node of a type this version knows, with settings that fit it. */
export const nodeFitsType: Rule = ({ nodes, chart }) => [
  ...strangeStates(Object.keys(chart.states.flow.states ?? {})),
  ...nodes.flatMap(faultsOf),
]

const strangeStates = (ids: string[]): Finding[] =>
  ids.flatMap((id) =>
    id.startsWith('_') && id !== backState && id !== unwiredState ? [{ rule: 'not-a-node', level: 'must', values: { state: id } }] : [],
  )

function faultsOf({ id, type, known, issues }: CheckedNode): Finding[] {
  if (type === '') return [{ rule: 'not-a-node', level: 'must', node: id, values: { state: id } }]
  if (!known && issues.length === 0) return [{ rule: 'unknown-type', level: 'must', node: id, values: { type } }]
  return issues.map(({ field, problem }) => ({
    rule: 'bad-settings',
    level: 'must',
    node: id,
    field,
    values: { field: field || 'settings', problem },
  }))
}
