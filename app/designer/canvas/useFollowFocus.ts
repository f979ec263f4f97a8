'use client'

import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { useDesk } from '../desk'

/** Moves the browser's focus to where the canvas's own is, as long as it is on the canvas, and brings that card into view. */
export function useFollowFocus(frame: RefObject<HTMLElement | null>): void {
  const { focus, draft } = useDesk()
  const { getViewport, setViewport } = useReactFlow()
  // biome-ignore lint/correctness/useExhaustiveDependencies: also after an edit, when the card of a new node has appeared.
  useEffect(() => {
    const board = frame.current
    if (!board || !focus) return
    const wait = requestAnimationFrame(() => {
      const place = focus.port === undefined ? `[data-card="${focus.node}"]` : `[data-card-port="${focus.node}/${focus.port}"]`
      const element = board.querySelector<HTMLElement>(place)
      if (!element) return
      const active = document.activeElement
      const ours = active === document.body || (active !== null && board.contains(active) && !active.closest('[role="toolbar"]'))
      if (ours && active !== element) element.focus({ preventScroll: true })
      reveal(board.getBoundingClientRect(), element.closest('[data-card]')?.getBoundingClientRect())
    })
    return () => cancelAnimationFrame(wait)

    function reveal(frameBox: DOMRect, card: DOMRect | undefined): void {
      if (!card || card.width === 0) return
      const margin = 24
      const foot = 72
      const dx = card.left < frameBox.left + margin ? frameBox.left + margin - card.left : card.right > frameBox.right - margin ? frameBox.right - margin - card.right : 0
      const dy = card.top < frameBox.top + margin ? frameBox.top + margin - card.top : card.bottom > frameBox.bottom - foot ? frameBox.bottom - foot - card.bottom : 0
      if (dx === 0 && dy === 0) return
      const { x, y, zoom } = getViewport()
      void setViewport({ x: x + dx, y: y + dy, zoom })
    }
  }, [focus, Object.keys(draft.drawing.nodes).length])
}
