import { type NamedAct, type StateJson, unwiredState } from '../chart'
import type { Finding } from '../node'
import type { CheckedNode, Rule } from './facts'

/**
 * Every act, storing act and guard is one that the node's own type has, about this very node. An unknown act would pass silently
 * in XState, an unknown guard would throw when it is first asked: both in front of a caller.
 */
export const knownNames: Rule = ({ nodes, chart }) => {
  const builtIn = (chart.states.flow.states?.[unwiredState]?.entry ?? []).filter(({ type }) => type !== 'flow.unwired')
  return [
    ...builtIn.map(({ type }) => ({ rule: 'unknown-act', level: 'must' as const, values: { name: type } })),
    ...nodes.flatMap((node) => (node.known ? namesIn(node.state, { node, known: node.known.type }) : [])),
  ]
}

function namesIn(state: StateJson, at: { node: CheckedNode; known: NonNullable<CheckedNode['known']>['type'] }): Finding[] {
  const { node, known } = at
  const wires = [...Object.values(state.on ?? {}), ...Object.values(state.after ?? {}), state.always ?? [], state.onDone ?? []].flat()
  const acts = [...(state.entry ?? []), ...(state.exit ?? []), ...wires.flatMap(({ actions }) => actions ?? [])]
  const guards = wires.flatMap(({ guard }) => guard ?? [])
  const finding = (rule: string, { type }: NamedAct): Finding => ({ rule, level: 'must', node: node.id, values: { name: type } })
  const unknown = (rule: string, named: NamedAct, table: object) => {
    if (!Object.hasOwn(table, named.type)) return [finding(rule, named)]
    return named.params?.node === node.id ? [] : [finding('names-another-node', named)]
  }
  return [
    ...acts.flatMap((act) => unknown('unknown-act', act, { ...known.acts, ...known.keeps })),
    ...guards.flatMap((guard) => unknown('unknown-guard', guard, known.guards ?? {})),
    ...Object.values(state.states ?? {}).flatMap((inner) => namesIn(inner, at)),
  ]
}
