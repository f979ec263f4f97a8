'use client'

import { useMemo } from 'react'
import { useDesk } from '../desk'
import type { CardPort } from '../reading/card'
import { inLanes } from './lanes'
import { type Box, inReachOf, type Lead, type Point, routeOf } from './lay-wire'
import type { CardFacts, CardNode } from './NodeCard'
import type { CanvasNode } from './useCardNodes'
import type { WireEdge } from './Wire'

/** The wires of the canvas. They are laid anew when a card came to rest; while it is dragged, only its own follow, straight. */
export function useWires(nodes: readonly CanvasNode[], chosen: string | undefined): WireEdge[] {
  const { canEdit } = useDesk()
  const cards = useMemo(() => nodes.flatMap((node) => (node.type === 'card' ? [node] : [])), [nodes])
  const resting = cards.filter(({ dragging, measured }) => !dragging && measured)
  const sizes = resting
    .map((node) => `${node.id} ${node.position.x} ${node.position.y} ${node.measured?.width} ${node.measured?.height}`)
    .join('\n')
  const drawn = cards
    .map(({ data: { card } }) => card.ports.map(({ id, target, foot }) => `${card.id} ${id} ${target?.id} ${foot}`).join())
    .join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: places and wires are compared by value; everything else of a card does not move a wire.
  const ways = useMemo(() => waysOf(resting), [sizes, drawn])
  return useMemo(
    () =>
      cards.flatMap(({ id: source, data: { card, walked } }) =>
        card.ports.flatMap((port): WireEdge[] => {
          if (!port.target) return []
          const id = wireId(source, port.id)
          return [
            {
              ...{ id, source, target: port.target.id, sourceHandle: port.id, targetHandle: port.foot ? 'top' : 'side', type: 'wire' },
              ...{ selected: chosen === id, reconnectable: canEdit ? 'target' : false, focusable: false },
              data: { way: ways.get(id), walked: walked.split(' ').includes(port.id), foot: port.foot },
            },
          ]
        }),
      ),
    [cards, ways, chosen, canEdit],
  )
}

export const wireId = (node: string, port: string): string => `${node} ${port}`

function waysOf(cards: readonly CardNode[]): Map<string, Point[]> {
  const boxes = new Map(cards.map((node) => [node.id, boxOf(node)]))
  const leads = cards.flatMap(({ id, data }) => {
    const box = boxes.get(id)
    return box ? leadsOf(box, data, boxes) : []
  })
  const all = [...boxes.values()]
  const laid = leads.map((lead) => remembered(lead, all))
  memory = new Map(laid.map(({ sign, way }) => [sign, way]))
  const ways = inLanes(
    leads,
    laid.map(({ way }) => way),
  )
  return new Map(leads.map(({ id }, index) => [id, ways[index] ?? []]))
}

/** The ways of the last laying: when one card moves, most wires stay as they are. */
let memory: ReadonlyMap<string, Point[]> = new Map()

function remembered({ from, to }: Lead, boxes: readonly Box[]): { sign: string; way: Point[] } {
  const near = inReachOf({ from, to }, boxes).map(({ x, y, width, height }) => `${x} ${y} ${width} ${height}`)
  const sign = `${from.x} ${from.y} ${from.foot} ${to.x} ${to.y}|${near.join('|')}`
  return { sign, way: memory.get(sign) ?? routeOf({ from, to }, boxes) }
}

const boxOf = ({ id, position, measured }: CardNode): Box => ({
  id,
  ...position,
  width: measured?.width ?? 184,
  height: measured?.height ?? 100,
})

/** Where a port stands is known from how the card is built: rows of 22 px above its lower edge. */
function leadsOf(box: Box, { card }: CardFacts, boxes: ReadonlyMap<string, Box>): Lead[] {
  const rows = card.ports.filter(({ foot }) => !foot)
  return card.ports.flatMap((port): Lead[] => {
    const to = port.target && boxes.get(port.target.id)
    return to
      ? [
          {
            id: wireId(card.id, port.id),
            from: exitOf(box, port, rows),
            to: port.foot ? { x: to.x + to.width / 2, y: to.y } : { x: to.x, y: to.y + 22 },
            target: to.id,
          },
        ]
      : []
  })
}

function exitOf({ x, y, width, height }: Box, port: CardPort, rows: readonly CardPort[]): Lead['from'] {
  if (port.foot) return { x: x + width / 2, y: y + height + 4, foot: true }
  const below = rows.length - rows.indexOf(port)
  return { x: x + width + 4, y: y + height - 4 - below * 22 + 11, foot: false }
}
