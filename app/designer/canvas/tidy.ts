import dagre from '@dagrejs/dagre'
import type { Drawing } from '#flows/drawing'
import { readNode } from '../reading/read-node'
import type { Point } from './lay-wire'

interface Size {
  width: number
  height: number
}

const rowGap = 32
const columnGap = 64
const grid = 16

/**
 * Places every card: what simply follows stands below in one column, as in a script, and each choice leads to a column on the right.
 * The same drawing and sizes give the same places.
 */
export function tidy(drawing: Drawing, sizes: ReadonlyMap<string, Size>): Record<string, Point> {
  const columns = columnsOf(drawing)
  const size = (id: string): Size => sizes.get(id) ?? { width: 184, height: 120 }
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: rowGap, ranksep: columnGap })
  graph.setDefaultEdgeLabel(() => ({}))
  const columnOf = new Map(columns.flatMap((ids, column) => ids.map((id) => [id, String(column)] as const)))
  columns.forEach((ids, column) => {
    const height = ids.reduce((sum, id) => sum + size(id).height + rowGap, -rowGap)
    graph.setNode(String(column), { width: Math.max(...ids.map((id) => size(id).width)), height })
  })
  for (const [id, { wires }] of Object.entries(drawing.nodes)) {
    for (const [port, target] of Object.entries(wires)) {
      const [from, to] = [columnOf.get(id), columnOf.get(target)]
      if (from !== undefined && to !== undefined && from !== to) graph.setEdge(from, to, {}, `${id}.${port}`)
    }
  }
  dagre.layout(graph)
  return placed(columns, { size, at: (column) => graph.node(String(column)) })
}

function placed(
  columns: string[][],
  { size, at }: { size: (id: string) => Size; at: (column: number) => { x: number; y: number; width: number; height: number } },
) {
  const places: Record<string, Point> = {}
  columns.forEach((ids, column) => {
    const { x, y, width, height } = at(column)
    let top = y - height / 2
    for (const id of ids) {
      places[id] = { x: Math.round((x - width / 2) / grid) * grid, y: Math.round(top / grid) * grid }
      top += size(id).height + rowGap
    }
  })
  return places
}

/** Chains of "then": each node stands under the first one that leads to it by its foot. */
function columnsOf({ nodes, start }: Drawing): string[][] {
  const below = new Map<string, string>()
  const taken = new Set<string>()
  const order = [start, ...Object.keys(nodes).filter((id) => id !== start)]
  for (const id of order) {
    const node = nodes[id]
    const foot = node && readNode(node).ports.find(({ kind, id: port }, _, all) => kind === 'then' && (all.length === 1 || port === 'next'))
    const next = foot && node.wires[foot.id]
    if (next && nodes[next] && next !== start && !taken.has(next) && !leadsTo(below, next, id)) {
      below.set(id, next)
      taken.add(next)
    }
  }
  return order.filter((id) => nodes[id] && !taken.has(id)).map((head) => chain(below, head))
}

function chain(below: ReadonlyMap<string, string>, head: string): string[] {
  const ids = [head]
  for (let next = below.get(head); next !== undefined; next = below.get(next)) ids.push(next)
  return ids
}

const leadsTo = (below: ReadonlyMap<string, string>, from: string, to: string): boolean => chain(below, from).includes(to)
