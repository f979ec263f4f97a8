import type { Drawing, Layout } from '../drawing'
import { isObject, type StudioState } from './definition'

const column = 320
const row = 200
const furthest = 100_000

/** The position Studio's editor gave a widget, or undefined. Brought near when it is absurdly far out. */
export function offsetOf({ properties }: StudioState): { x: number; y: number } | undefined {
  const offset = properties.offset
  if (!isObject(offset) || typeof offset.x !== 'number' || typeof offset.y !== 'number') return undefined
  const near = (value: number): number => Math.max(-furthest, Math.min(furthest, Math.round(value) || 0))
  return { x: near(offset.x), y: near(offset.y) }
}

/** Positions of all nodes: Studio's own where it has them, rows by distance from the start elsewhere, ends beneath their node. */
export function arrange(
  { start, nodes }: Pick<Drawing, 'start' | 'nodes'>,
  { known, ends }: { known: ReadonlyMap<string, { x: number; y: number }>; ends: ReadonlyMap<string, string> },
): Layout['positions'] {
  const positions = new Map(known)
  const depths = depthsFrom(start, nodes)
  const lowest = Math.max(0, ...[...known.values()].map(({ y }) => y))
  const filled = new Map<number, number>()
  for (const id of Object.keys(nodes)) {
    if (positions.has(id) || ends.has(id)) continue
    const depth = depths.get(id) ?? 0
    const place = filled.get(depth) ?? 0
    filled.set(depth, place + 1)
    positions.set(id, { x: place * column, y: (known.size > 0 ? lowest + row : 0) + depth * row })
  }
  const beneath = new Map<string, number>()
  for (const [end, behind] of ends) {
    const { x, y } = positions.get(behind) ?? { x: 0, y: 0 }
    const place = beneath.get(behind) ?? 0
    beneath.set(behind, place + 1)
    positions.set(end, { x: x + 40 + place * 160, y: y + 130 })
  }
  return Object.fromEntries(positions)
}

/** How many wires each node is away from the start; nodes that cannot be reached are absent. */
export function depthsFrom(start: string, nodes: Drawing['nodes']): Map<string, number> {
  const depths = new Map([[start, 0]])
  const waiting = [start]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const target of Object.values(nodes[id]?.wires ?? {})) {
      if (depths.has(target)) continue
      depths.set(target, (depths.get(id) ?? 0) + 1)
      waiting.push(target)
    }
  }
  return depths
}
