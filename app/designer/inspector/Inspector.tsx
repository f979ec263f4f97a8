'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useDesk } from '../desk'
import { FlowPanel } from './FlowPanel'
import { NodePanel } from './NodePanel'
import { SeveralPanel } from './SeveralPanel'

/** What is chosen, with all that can be set: a node, several, or the flow itself. */
export function Inspector() {
  const t = useTranslations('designer.inspector')
  const { selected, draft, inspecting, focusOn } = useDesk()
  const frame = useRef<HTMLElement>(null)
  useWanted(frame)
  const [id] = selected
  const node = id === undefined ? undefined : draft.drawing.nodes[id]
  if (!inspecting) return null
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || id === undefined) return
    document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus()
    focusOn({ node: id })
  }
  return (
    <aside
      ref={frame}
      aria-label={node && selected.size === 1 ? node.label : t('label')}
      data-region="aside"
      tabIndex={-1}
      onKeyDown={back}
      className="flex min-h-0 flex-col border-line bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:w-94 max-xl:max-w-full max-xl:shadow-3 max-sm:relative max-sm:w-full max-sm:border-t max-sm:shadow-none sm:border-l xl:w-94 xl:flex-none"
    >
      {selected.size > 1 ? <SeveralPanel /> : id !== undefined && node ? <NodePanel key={id} id={id} node={node} /> : <FlowPanel />}
    </aside>
  )
}

/** Leads to the field somebody asked for: a problem's place, or the first one. */
function useWanted(frame: RefObject<HTMLElement | null>): void {
  const { wanted } = useDesk()
  useEffect(() => {
    if (wanted?.field === undefined) return
    const { field } = wanted
    const wait = setTimeout(() => {
      const place = field === '' ? frame.current?.querySelector('[data-field]') : nearest(frame.current, field)
      place?.scrollIntoView({ block: 'nearest' })
      place?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()
    }, 60)
    return () => clearTimeout(wait)
  }, [wanted, frame])
}

/** The field itself, or the nearest one around it that is on the screen. */
function nearest(frame: HTMLElement | null, field: string): Element | null {
  for (let parts = field.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const found = frame?.querySelector(`[data-field="${CSS.escape(parts.join('.'))}"]`)
    if (found) return found
  }
  return null
}
