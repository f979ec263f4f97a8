import { backState, unwiredState } from '../chart'
import type { Rule } from './facts'

/** Every state is a node of a type this version knows, with settings that fit it. */
export const nodeFitsType: Rule = ({ nodes, chart }) => [
  ...Object.keys(chart.states.flow.states ?? {}).flatMap((id) =>
    id.startsWith('_') && id !== backState && id !== unwiredState ? [{ rule: 'not-a-node', level: 'must' as const, values: { state: id } }] : [],
  ),
  ...nodes.flatMap(({ id, type, known, issues, settings }) => {
    if (type === '') return [{ rule: 'not-a-node', level: 'must' as const, node: id, values: { state: id } }]
    if (type === 'stub') return [{ rule: 'stub-node', level: 'must' as const, node: id, values: { from: String(settings.widget ?? settings.type ?? '') } }]
    if (!known && issues.length === 0) return [{ rule: 'unknown-type', level: 'must' as const, node: id, values: { type } }]
    return issues.map(({ field, problem }) => ({ rule: 'bad-settings', level: 'must' as const, node: id, field, values: { field: field || 'settings', problem } }))
  }),
]
