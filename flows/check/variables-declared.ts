import type { Finding } from '../node'
import type { CheckedNode, Facts, Rule } from './facts'

/** What every template may read without declaring it. */
const roots = new Set(['vars', 'results', 'widgets', 'trigger', 'flow', 'contact', 'caller', 'line', 'locale', 'now', 'secret'])

/** Every variable that is read or set is declared, and results are read of nodes that exist. */
export const variablesDeclared: Rule = (facts) => {
  const declared = new Set(facts.chart.meta.variables.map(({ name }) => name))
  return facts.nodes.flatMap((node) => [
    ...node.templates.flatMap(({ paths, field }) => paths.flatMap((path) => readingOf(path, { node, field, declared, facts }))),
    ...(node.known?.type.sets?.(node.known.settings) ?? []).flatMap((name) => (declared.has(name) ? [] : [undeclared(name, { node })])),
  ])
}

interface Reading {
  node: CheckedNode
  field: string
  declared: ReadonlySet<string>
  facts: Facts
}

function readingOf([root = '', second]: readonly string[], { node, field, declared, facts }: Reading): Finding[] {
  if (root === 'vars') return second === undefined || declared.has(second) ? [] : [undeclared(second, { node, field })]
  if (root === 'results' || root === 'widgets') {
    if (second === undefined || facts.byId.has(second)) return []
    return [{ rule: 'unknown-result', level: 'should', node: node.id, field, values: { name: second } }]
  }
  return roots.has(root) || declared.has(root) ? [] : [undeclared(root, { node, field })]
}

const undeclared = (name: string, { node, field }: { node: CheckedNode; field?: string }): Finding => ({
  rule: 'undeclared-variable',
  level: 'must',
  node: node.id,
  ...(field && { field }),
  values: { name },
})
