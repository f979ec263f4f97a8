import type { UniversalName } from '../drawing'
import type { Finding } from '../node'
import { type CheckedNode, type Facts, factsOf, type Rule } from './facts'

/** Universal keys lead somewhere, differ from each other and from every key a node offers; and a person can be reached by one. */
export const universalKeys: Rule = (facts) => {
  const universal = Object.entries(facts.chart.meta.universal)
  const byKey = new Map(universal.flatMap(([name, { key }]) => (key === undefined ? [] : [[key, name] as const])))
  const twice = universal.filter(([name, { key }]) => key !== undefined && byKey.get(key) !== name)
  const nowhere = universal.filter(
    ([name, { target }]) => name !== ('repeat' satisfies UniversalName) && (target === undefined || !facts.byId.has(target)),
  )
  return [
    ...personMissing(facts),
    ...twice.map(([name, { key = '' }]) => ({ rule: 'universal-key-twice', level: 'must' as const, values: { key, name } })),
    ...nowhere.map(([name]) => ({ rule: 'universal-nowhere', level: 'must' as const, values: { name } })),
    ...facts.nodes.flatMap((node) => takenKeys(node, { byKey, facts })),
  ]
}

function personMissing({ chart }: Facts): Finding[] {
  const person = chart.meta.universal.person
  const heard = person && (person.key !== undefined || Object.values(person.words).some((words) => words.length > 0))
  return heard ? [] : [{ rule: 'no-person', level: 'should' }]
}

/** A node's own option is never heard where a universal has the same key. A subflow's nodes count as its own: the keys hold there too. */
function takenKeys(node: CheckedNode, { byKey, facts }: { byKey: ReadonlyMap<string, string>; facts: Facts }): Finding[] {
  const ports = [...node.ports, ...innerPorts(node, facts)]
  return ports.flatMap(({ id, key, label }) => {
    const name = key === undefined ? undefined : byKey.get(key)
    if (key === undefined || name === undefined) return []
    return [{ rule: 'universal-key-taken', level: 'must' as const, node: node.id, port: id, values: { key, name, option: label ?? id } }]
  })
}

function innerPorts({ type, settings }: CheckedNode, { subflows }: Facts): CheckedNode['ports'] {
  const release = type === 'subflow' && typeof settings.release === 'string' ? settings.release : ''
  const pinned = Object.hasOwn(subflows, release) ? subflows[release] : undefined
  return pinned ? factsOf(pinned.chart, { content: {}, subflows: {}, release: false }).nodes.flatMap(({ ports }) => ports) : []
}
