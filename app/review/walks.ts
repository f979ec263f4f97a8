import type { Drawing } from '#flows/drawing'
import type { Port } from '#flows/node'
import { readNode } from '@/app/designer/reading/read-node'

/** One step of a walk: at this node, this way out. */
export interface Step {
  node: string
  port: Port
}

/** The shortest way from the start to a place that matters. */
export interface Walk {
  to: string
  steps: Step[]
}

/** Where a caller reaches a person, leaves words, or is let go. */
const places = ['transfer', 'ladder', 'voicemail', 'subflow', 'message', 'end', 'stub']

/** The shortest walk to each place that matters, people first. Places nothing leads to have none. */
export function walksOf({ start, nodes }: Pick<Drawing, 'start' | 'nodes'>): Walk[] {
  const ways = new Map<string, Step[]>([[start, []]])
  const ahead = [start]
  for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
    const node = nodes[id]
    const way = ways.get(id) ?? []
    for (const port of node ? readNode(node).ports : []) {
      const next = node?.wires[port.id]
      if (next === undefined || ways.has(next)) continue
      ways.set(next, [...way, { node: id, port }])
      ahead.push(next)
    }
  }
  return [...ways]
    .flatMap(([to, steps]) => (places.includes(nodes[to]?.type ?? '') ? [{ to, steps }] : []))
    .sort((one, other) => rank(nodes, one.to) - rank(nodes, other.to) || one.steps.length - other.steps.length)
}

const rank = (nodes: Drawing['nodes'], id: string): number => places.indexOf(nodes[id]?.type ?? '')
