'use client'

import { type KeyboardEvent, useCallback } from 'react'
import { type Desk, useDesk } from '../desk'
import { readNode } from '../reading/read-node'
import { type Arrow, walkFocus } from './walk-focus'

const arrows: Record<string, Arrow> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

export interface CanvasActs {
  order: readonly string[]
  addAfter(): void
  wireFrom(port: string): void
  tidy(): void
  duplicate(): void
  /** Leaves the canvas for the regions around it. */
  leave(): void
}

/** The keys of the canvas. They work only while the focus is on it. */
export function useCanvasKeys(acts: CanvasActs): (event: KeyboardEvent) => void {
  const desk = useDesk()
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.target instanceof HTMLElement) || event.target.closest('input, textarea, select, button'))
        return
      if (pressed(event, desk, acts)) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    [desk, acts],
  )
}

/** True when the key was one of ours. */
function pressed(event: KeyboardEvent, desk: Desk, acts: CanvasActs): boolean {
  const focus = desk.focus ?? { node: desk.draft.drawing.start }
  const arrow = arrows[event.key]
  if (arrow) return moved(event, arrow, { desk, acts, focus })
  const command = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (command && key === 'd') return done(acts.duplicate)
  if (command && key === 'a') return done(() => desk.select(acts.order))
  if (command || event.altKey) return false
  switch (key) {
    case 'enter':
      return done(() => desk.goTo(focus.node, ''))
    case ' ':
      return done(() => desk.select([focus.node]))
    case 'a':
      return done(acts.addAfter)
    case 'w':
      return done(() => wire(desk, acts, focus))
    case 't':
      return event.shiftKey ? done(acts.tidy) : false
    case 'delete':
    case 'backspace':
      return done(() => remove(desk, acts, focus))
    case 'escape':
      return done(() => out(desk, acts, focus))
    default:
      return false
  }
}

const done = (act: () => void): true => {
  act()
  return true
}

type Standing = { desk: Desk; acts: CanvasActs; focus: { node: string; port?: string | undefined } }

function moved(event: KeyboardEvent, arrow: Arrow, { desk, acts, focus }: Standing): boolean {
  const { draft, selected } = desk
  if (event.altKey) {
    const by = { up: [0, -16], down: [0, 16], left: [-16, 0], right: [16, 0] }[arrow]
    const ids = selected.has(focus.node) ? [...selected] : [focus.node]
    const positions = ids.map((id) => {
      const { x, y } = draft.layout.positions[id] ?? { x: 0, y: 0 }
      return [id, { x: x + (by[0] ?? 0), y: y + (by[1] ?? 0) }] as const
    })
    desk.edit({ kind: 'moveNodes', positions: Object.fromEntries(positions) })
    return true
  }
  const next = walkFocus(draft, focus, { arrow, order: acts.order })
  desk.focusOn(next)
  desk.select(event.shiftKey ? [...selected, focus.node, next.node] : [next.node])
  return true
}

function wire(desk: Desk, acts: CanvasActs, { node: id, port }: Standing['focus']): void {
  const node = desk.draft.drawing.nodes[id]
  if (!node || !desk.canEdit) return
  const ports = readNode(node).ports
  const from = port ?? ports.find((each) => node.wires[each.id] === undefined)?.id ?? ports[0]?.id
  if (from === undefined) return
  desk.focusOn({ node: id, port: from })
  acts.wireFrom(from)
}

function remove(desk: Desk, { order }: CanvasActs, { node, port }: Standing['focus']): void {
  if (!desk.canEdit) return
  if (port !== undefined) {
    desk.edit({ kind: 'unwire', from: node, port })
    return
  }
  const ids = desk.selected.has(node) ? [...desk.selected] : [node]
  const next = order.slice(order.indexOf(node) + 1).find((id) => !ids.includes(id)) ?? order.find((id) => !ids.includes(id))
  if (desk.edit({ kind: 'removeNodes', ids })) {
    desk.select([])
    desk.focusOn(next === undefined ? undefined : { node: next })
  }
}

/** Port, then node, then canvas, then out. */
function out(desk: Desk, acts: CanvasActs, { node, port }: Standing['focus']): void {
  if (port !== undefined) desk.focusOn({ node })
  else if (desk.selected.size > 0) desk.select([])
  else acts.leave()
}
