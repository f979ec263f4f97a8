import type { Chart } from '../chart'
import type { Finding } from '../node'
import type { Facts, Rule } from './facts'

/** Every pinned release exists, and none leads back to this flow: a flow inside itself would never be linked. */
export const subflowsSound: Rule = (facts) =>
  facts.nodes.flatMap(({ id, type, settings }): Finding[] => {
    if (type !== 'subflow') return []
    const release = typeof settings.release === 'string' ? settings.release : ''
    if (settings.flow === facts.chart.id) return [{ rule: 'subflow-recursion', level: 'must', node: id, values: { flow: facts.chart.id } }]
    // The node type itself says that nothing is pinned yet.
    if (release === '') return []
    const pinned = Object.hasOwn(facts.subflows, release) ? facts.subflows[release] : undefined
    if (!pinned) return [{ rule: 'subflow-unknown', level: 'must', node: id, values: { release: release.slice(0, 12) } }]
    const again = comesBack(pinned.chart, { facts, above: new Set([facts.chart.id]) })
    return again === undefined ? [] : [{ rule: 'subflow-recursion', level: 'must', node: id, values: { flow: again } }]
  })

/** The flow that would stand inside itself, however deep. */
function comesBack(chart: Chart, { facts, above }: { facts: Facts; above: ReadonlySet<string> }): string | undefined {
  if (above.has(chart.id)) return chart.id
  for (const { meta } of Object.values(chart.states.flow.states ?? {})) {
    const settings = meta?.node === 'subflow' ? meta.settings : undefined
    const release = settings && typeof settings === 'object' && !Array.isArray(settings) ? settings.release : undefined
    const inner = typeof release === 'string' && Object.hasOwn(facts.subflows, release) ? facts.subflows[release] : undefined
    const found = inner && comesBack(inner.chart, { facts, above: new Set([...above, chart.id]) })
    if (found !== undefined) return found
  }
  return undefined
}
