'use client'

import { type RefObject, useCallback, useEffect } from 'react'
import { useDesk } from '../desk'
import { copied, pasteOf } from './clipboard'

/** Copy, cut and paste of nodes while the focus is on the canvas, and duplicating without the clipboard. */
export function useClipboard(frame: RefObject<HTMLElement | null>): () => void {
  const desk = useDesk()
  const put = useCallback(
    (text: string) => {
      const edit = desk.canEdit ? pasteOf(desk.draft, text) : undefined
      if (!edit || !desk.edit(edit)) return false
      const ids = Object.keys(edit.nodes)
      desk.select(ids)
      desk.focusOn(ids[0] === undefined ? undefined : { node: ids[0] })
      return true
    },
    [desk],
  )
  useEffect(() => {
    const onCanvas = (event: ClipboardEvent): boolean =>
      event.target instanceof Element && frame.current?.contains(event.target) === true && !event.target.closest('input, textarea')
    const take = (event: ClipboardEvent) => {
      const text = onCanvas(event) ? copied(desk.draft, desk.selected) : undefined
      if (text === undefined) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut' && desk.canEdit)
        desk.edit({ kind: 'removeNodes', ids: [...desk.selected].filter((id) => id !== desk.draft.drawing.start) })
    }
    const paste = (event: ClipboardEvent) => {
      if (onCanvas(event) && put(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
    }
    document.addEventListener('copy', take)
    document.addEventListener('cut', take)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', take)
      document.removeEventListener('cut', take)
      document.removeEventListener('paste', paste)
    }
  }, [desk, frame, put])
  return useCallback(() => {
    const ids = desk.selected.size > 0 ? desk.selected : desk.focus ? [desk.focus.node] : []
    put(copied(desk.draft, ids) ?? '')
  }, [desk, put])
}
