'use client'

import { applyNodeChanges, type NodeChange } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Desk, useDesk } from '../desk'
import { type Card, cardOf } from '../reading/card'
import { reachOrder } from '../reading/reach-order'
import type { CardFacts, CardNode } from './NodeCard'
import type { UniversalNode } from './UniversalCard'

export type CanvasNode = CardNode | UniversalNode

/** The cards of the canvas. Their words follow the draft; while one is dragged, its place is the pointer's. */
export function useCardNodes() {
  const desk = useDesk()
  const { draft, selected, select } = desk
  const order = useMemo(() => reachOrder(draft.drawing), [draft.drawing])
  const facts = useFacts(desk, order)
  const [nodes, setNodes] = useState<CanvasNode[]>([])
  useEffect(() => {
    setNodes((before) => {
      const known = new Map(before.map((node) => [node.id, node]))
      const cards = order.flatMap((id): CanvasNode[] => {
        const data = facts.get(id)
        return data ? [cardNode(known.get(id), { id, data, desk, at: placeOf(desk, order, id) })] : []
      })
      return [...cards, universalNode(known.get(universalId), desk, order)]
    })
  }, [facts, order, desk])
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const chosen = new Set(selected)
      let choosing = false
      for (const change of changes) {
        if (change.type !== 'select' || change.id === universalId) continue
        choosing = true
        if (change.selected) chosen.add(change.id)
        else chosen.delete(change.id)
      }
      if (choosing) select(chosen)
      setNodes((before) =>
        applyNodeChanges(
          changes.filter(({ type }) => type !== 'select' && type !== 'remove'),
          before,
        ),
      )
    },
    [select, selected],
  )
  return { nodes, onNodesChange, order }
}

export const universalId = '_universal'

function cardNode(
  before: CanvasNode | undefined,
  { id, data, desk, at }: { id: string; data: CardFacts; desk: Desk; at: { x: number; y: number } },
): CardNode {
  const old = before?.type === 'card' ? before : undefined
  const selected = desk.selected.has(id)
  const position = old?.dragging ? old.position : at
  const same = old && sameFacts(old.data, data) ? old.data : data
  if (old && old.data === same && old.selected === selected && old.position.x === position.x && old.position.y === position.y) return old
  return { ...old, id, type: 'card', position, data: same, selected, draggable: desk.canEdit }
}

function universalNode(before: CanvasNode | undefined, { draft }: Desk, order: readonly string[]): UniversalNode {
  const old = before?.type === 'universal' ? before : undefined
  const first = draft.layout.positions[draft.drawing.start] ?? { x: 0, y: 0 }
  const top = Math.min(first.y, ...order.flatMap((id) => draft.layout.positions[id]?.y ?? []))
  const keys = Object.entries(draft.drawing.universal).map(([name, { key }]) => ({ name, key }))
  return {
    ...old,
    id: universalId,
    type: 'universal',
    position: { x: first.x, y: top - 112 },
    data: { keys },
    draggable: false,
    selectable: false,
  }
}

/** A node without a place of its own stands in a row below the others until somebody moves or tidies it. */
function placeOf({ draft }: Desk, order: readonly string[], id: string): { x: number; y: number } {
  const { positions } = draft.layout
  const own = positions[id]
  if (own) return own
  const lost = order.filter((each) => !positions[each])
  const bottom = Math.max(0, ...Object.values(positions).map(({ y }) => y + 240))
  const place = lost.indexOf(id)
  return { x: (place % 6) * 240, y: bottom + Math.floor(place / 6) * 240 }
}

function useFacts(desk: Desk, order: readonly string[]): Map<string, CardFacts> {
  const { draft, shown, locale, findings, walk, focus, canEdit } = desk
  const cards = useMemo(() => new Map(order.map((id) => [id, cardOf(draft, id, { shown, locale })])), [order, draft, shown, locale])
  return useMemo(() => {
    const here = new Set(walk?.here.map(outer))
    const path = walk?.path.map(outer) ?? []
    const stop = focus && cards.has(focus.node) ? focus : { node: draft.drawing.start, port: undefined }
    const facts = new Map<string, CardFacts>()
    order.forEach((id, index) => {
      const card = cards.get(id)
      if (!card) return
      const own = findings.filter(({ node }) => node === id)
      const must = own.filter(({ level }) => level === 'must').length
      const at = stop.node === id
      facts.set(id, {
        ...{ card, must, should: own.length - must, here: here.has(id), passed: path.includes(id), walked: walkedPorts(card, path) },
        ...{ place: index + 1, of: order.length, stop: at, stopPort: at ? stop.port : undefined, editable: canEdit },
      })
    })
    return facts
  }, [order, cards, findings, walk, focus, draft.drawing.start, canEdit])
}

/** A node inside a subflow lights up the subflow's card. */
const outer = (qualified: string): string => qualified.split('/')[0] ?? qualified

/** The ways out the caller took, as far as the path tells: from one node to the next. */
function walkedPorts(card: Card, path: readonly string[]): string {
  const next = new Set(path.flatMap((id, index) => (id === card.id ? (path[index + 1] ?? []) : [])))
  return card.ports.flatMap(({ id, target }) => (target && next.has(target.id) ? id : [])).join(' ')
}

function sameFacts(one: CardFacts, other: CardFacts): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
