'use client'

import type { ReactFlowInstance } from '@xyflow/react'
import { type RefObject, useCallback } from 'react'
import { useDesk } from '../desk'
import type { CanvasNode } from './useCardNodes'
import type { WireEdge } from './Wire'

/** Below this, cards show no words; a flow that does not fit so large is first seen from its start. */
const readable = 0.75
const margin = 28

/** What is seen first: the whole flow if it can be read so, else its upper left, where it begins. */
export function useFirstLook(frame: RefObject<HTMLElement | null>) {
  const { draft } = useDesk()
  return useCallback(
    (instance: ReactFlowInstance<CanvasNode, WireEdge>) => {
      const box = frame.current?.getBoundingClientRect()
      const places = Object.values(draft.layout.positions)
      if (!box || places.length === 0) return
      const [left, top] = [Math.min(...places.map(({ x }) => x)), Math.min(...places.map(({ y }) => y)) - 112]
      const [right, bottom] = [Math.max(...places.map(({ x }) => x)) + 200, Math.max(...places.map(({ y }) => y)) + 200]
      const fitting = Math.min((box.width - 2 * margin) / (right - left), (box.height - margin - 84) / (bottom - top))
      const zoom = Math.max(readable, Math.min(1, fitting))
      void instance.setViewport({ x: margin - left * zoom, y: margin - top * zoom, zoom })
    },
    [draft, frame],
  )
}
