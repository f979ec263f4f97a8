'use client'

import { useEffect, useRef } from 'react'
import { type Desk, views } from './desk'

export interface GlobalActs {
  find(): void
  commands(): void
  saved(): void
  keys(): void
}

/** Keys that work anywhere in the designer. Those of one letter, and undo, leave fields that are typed in alone. */
export function useGlobalKeys(desk: Desk, acts: GlobalActs): void {
  const latest = useRef({ desk, acts })
  latest.current = { desk, acts }
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"][data-state="open"]')) return
      if (pressed(event, latest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [])
}

function pressed(event: KeyboardEvent, { desk, acts }: { desk: Desk; acts: GlobalActs }): boolean {
  const command = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  const typing =
    event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null
  if (event.altKey && !command) {
    const view = views[Number(event.key) - 1]
    return view ? did(() => desk.showView(view)) : false
  }
  if (command && key === 'k') return did(acts.commands)
  if (command && key === 's') return did(acts.saved)
  if (event.key === 'F8') return did(() => nextProblem(desk, event.shiftKey ? -1 : 1))
  if (typing) return false
  if (command && key === 'f') return did(acts.find)
  if (command && key === 'z') return did(event.shiftKey ? desk.redo : desk.undo)
  if (command && key === 'y') return did(desk.redo)
  if (command) return false
  if (event.key === '?') return did(acts.keys)
  if (key === 'r' && event.target instanceof Element && !event.target.closest('[data-rehearsal]'))
    return did(() => desk.showDock('rehearsal'))
  return false
}

const did = (act: () => void): true => {
  act()
  return true
}

/** The next place that must or should be fixed, round and round. */
function nextProblem(desk: Desk, by: number): void {
  const placed = desk.findings.filter(({ node }) => node !== undefined)
  if (placed.length === 0) return
  const [selected] = desk.selected
  const at = by > 0 ? placed.findLastIndex(({ node }) => node === selected) : placed.findIndex(({ node }) => node === selected)
  const next = placed[(at + by + placed.length) % placed.length] ?? placed[0]
  if (next?.node === undefined) return
  desk.showDock('problems')
  desk.goTo(next.node)
}
