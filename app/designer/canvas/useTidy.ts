'use client'

import { useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback } from 'react'
import { useDesk } from '../desk'
import { tidy } from './tidy'

const glideMs = 360

/** Puts every card in its column; one thing to undo. */
export function useTidy(frame: RefObject<HTMLElement | null>): () => void {
  const { draft, edit, canEdit } = useDesk()
  const { getNodes, fitView } = useReactFlow()
  return useCallback(() => {
    if (!canEdit) return
    const sizes = new Map(
      getNodes().flatMap(({ id, measured }) =>
        measured?.width && measured.height ? [[id, { width: measured.width, height: measured.height }] as const] : [],
      ),
    )
    const board = frame.current?.querySelector<HTMLElement>('.canvas')
    board?.setAttribute('data-gliding', 'true')
    setTimeout(() => board?.removeAttribute('data-gliding'), glideMs)
    edit({ kind: 'moveNodes', positions: tidy(draft.drawing, sizes) })
    setTimeout(() => void fitView({ maxZoom: 1, padding: 0.08, duration: 0 }), glideMs)
  }, [draft, edit, canEdit, getNodes, fitView, frame])
}
