'use client'

import { useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback } from 'react'
import type { Edit } from '#flows/edits/edit'
import { knownType } from '#flows/edits/settings-of'
import { useDesk } from '../desk'
import { readNode } from '../reading/read-node'
import { freshId } from './fresh-id'

interface Place {
  x: number
  y: number
}

const step = 16
const onGrid = (value: number): number => Math.round(value / step) * step

/** Ways to add a node: where it was dropped, after the one in focus, or in the middle of what is seen. */
export function useAdding(frame: RefObject<HTMLElement | null>) {
  const desk = useDesk()
  const { screenToFlowPosition } = useReactFlow()
  const { draft, edit, select, focusOn, focus, locale } = desk
  const add = useCallback(
    (type: string, { x, y }: Place, from?: { node: string; port: string }) => {
      const id = freshId(draft, type)
      const position = freePlace(draft.layout.positions, { x: onGrid(x), y: onGrid(y) })
      const label = knownType(type)?.words[locale].title
      const edits: Edit[] = [{ kind: 'addNode', type, id, position, ...(label && { label }) }]
      if (from) edits.push({ kind: 'wire', from: from.node, port: from.port, to: id })
      if (!edit(...edits)) return
      select([id])
      focusOn({ node: id })
    },
    [draft, edit, select, focusOn, locale],
  )
  const addAt = useCallback((type: string, place: Place) => add(type, place), [add])
  const addAfter = useCallback(
    (type: string) => {
      const at = focus?.node ?? draft.drawing.start
      const node = draft.drawing.nodes[at]
      if (!node) return
      const ports = readNode(node).ports
      const port = focus?.port ?? ports.find(({ id }) => node.wires[id] === undefined)?.id
      const below = ports.find(({ id }) => id === port)?.kind === 'then' && (ports.length === 1 || port === 'next')
      const { x, y } = draft.layout.positions[at] ?? { x: 0, y: 0 }
      const height = frame.current?.querySelector<HTMLElement>(`[data-card="${at}"]`)?.offsetHeight ?? 120
      add(type, below ? { x, y: y + height + 40 } : { x: x + 248, y }, port === undefined ? undefined : { node: at, port })
    },
    [add, draft, focus, frame],
  )
  const addInView = useCallback(
    (type: string) => {
      const box = frame.current?.getBoundingClientRect()
      if (!box) return
      const { x, y } = screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
      add(type, { x: x - 92, y: y - 40 })
    },
    [add, frame, screenToFlowPosition],
  )
  return { addAt, addAfter, addInView }
}

/** Steps aside while another card has this very corner. */
function freePlace(positions: Readonly<Record<string, Place>>, wish: Place): Place {
  const taken = (place: Place): boolean =>
    Object.values(positions).some(({ x, y }) => Math.abs(x - place.x) < 96 && Math.abs(y - place.y) < 48)
  let place = wish
  while (taken(place)) place = { x: place.x + step * 2, y: place.y + step * 4 }
  return place
}
