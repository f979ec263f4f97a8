import type { Content } from '../content'
import type { Draft } from './draft'
import { portsOf, promptKeysOf } from './settings-of'

/** The words that belong to these nodes: keys that begin with a node's id and that no other node speaks. */
export function wordsOfNodes({ drawing, content }: Draft, ids: readonly string[]): Content {
  const others = new Set(Object.entries(drawing.nodes).flatMap(([id, node]) => (ids.includes(id) ? [] : promptKeysOf(node))))
  return Object.fromEntries(Object.entries(content).filter(([key]) => ids.includes(key.slice(0, key.indexOf('.'))) && !others.has(key)))
}

/**
 * A prompt key that keeps nodes from getting these ids with these words: it has words already, or another node speaks it. Removing the
 * nodes again could not tell those words from the nodes' own.
 */
export function wordsInTheWay(draft: Draft, { ids, keys }: { ids: readonly string[]; keys: readonly string[] }): string | undefined {
  const spoken = new Set(Object.values(draft.drawing.nodes).flatMap(promptKeysOf))
  return keys.find((key) => Object.hasOwn(draft.content, key) || spoken.has(key)) ?? Object.keys(wordsOfNodes(draft, ids))[0]
}

/** The wires that lead into a node, from the others. */
export function wiresInto({ drawing }: Draft, ids: readonly string[]): { from: string; port: string; to: string }[] {
  return Object.entries(drawing.nodes).flatMap(([from, { wires }]) =>
    ids.includes(from) ? [] : Object.entries(wires).flatMap(([port, to]) => (ids.includes(to) ? [{ from, port, to }] : [])),
  )
}

/** The wires a node can still have: those of ports its settings no longer name fall away. */
export function wiresThatStay(node: Draft['drawing']['nodes'][string]): Record<string, string> {
  const ports = portsOf(node)
  return ports ? Object.fromEntries(Object.entries(node.wires).filter(([port]) => ports.has(port))) : node.wires
}
