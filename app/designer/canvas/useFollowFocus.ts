'use client'

import { useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback, useEffect } from 'react'
import { useDesk } from '../desk'

/** Moves the browser's focus to where the canvas's own is, as long as it is on the canvas, and brings that card, and the caller's, into view. */
export function useFollowFocus(frame: RefObject<HTMLElement | null>): void {
  const { focus, draft, walk } = useDesk()
  const { getViewport, setViewport } = useReactFlow()
  const reveal = useCallback(
    (card: Element | null | undefined): void => {
      const [around, box] = [frame.current?.getBoundingClientRect(), card?.getBoundingClientRect()]
      if (!around || !box || box.width === 0) return
      const dx = shift([box.left, box.right], [around.left + margin, around.right - margin])
      const dy = shift([box.top, box.bottom], [around.top + margin, around.bottom - foot])
      if (dx === 0 && dy === 0) return
      const { x, y, zoom } = getViewport()
      void setViewport({ x: x + dx, y: y + dy, zoom })
    },
    [frame, getViewport, setViewport],
  )
  const caller = walk?.here.at(-1)?.split('/')[0]
  useEffect(() => {
    if (caller !== undefined) reveal(frame.current?.querySelector(`[data-card="${caller}"]`))
  }, [caller, frame, reveal])
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
      reveal(element.closest('[data-card]'))
    })
    return () => cancelAnimationFrame(wait)
  }, [focus, Object.keys(draft.drawing.nodes).length, reveal])
}

const margin = 24
/** The add bar lies over the foot of the canvas. */
const foot = 72

/** How far a stretch must move to lie inside another; its beginning counts when it is too long. */
function shift([from, to]: [number, number], [low, high]: [number, number]): number {
  if (from < low) return low - from
  return to > high ? Math.max(high - to, low - from) : 0
}
