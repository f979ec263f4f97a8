'use client'

import { createContext, use } from 'react'
import type { Draft } from '#flows/edits/draft'
import type { Edit } from '#flows/edits/edit'
import type { Finding } from '#flows/node'
import type { Locale } from '@/app/i18n/locales'
import type { SaveState } from './draft/draft-store'
import type { Reason, Work } from './draft/work'

export const views = ['canvas', 'outline', 'code'] as const
export type View = (typeof views)[number]
export type DockTab = 'rehearsal' | 'problems' | 'changes'

/** Where the designer's attention is: a card, and perhaps one way out of it. */
export interface Focus {
  node: string
  port?: string | undefined
}

/** A place the inspector should lead to; `at` tells one request from the next. */
export interface Wanted {
  node: string
  field?: string | undefined
  at: number
}

/** The caller of the rehearsal, as the canvas shows them. */
export interface Walk {
  here: readonly string[]
  /** Nodes passed, in order. */
  path: readonly string[]
}

/** All that the parts of the designer share. */
export interface Desk {
  flow: string
  draft: Draft
  work: Work
  save: SaveState
  canEdit: boolean
  /** The language of the interface, and that of the words on the cards. */
  locale: Locale
  shown: string
  showIn(locale: string): void

  /** Makes edits as one thing to undo. False when it could not be done; the notice says why. */
  edit(...edits: Edit[]): boolean
  undo(): void
  redo(): void
  choose(conflict: string, whose: 'mine' | 'theirs'): void
  notice: Reason | undefined
  dismiss(): void
  /** Says something to who listens instead of looks. */
  announce(text: string): void

  selected: ReadonlySet<string>
  select(ids: Iterable<string>): void
  focus: Focus | undefined
  focusOn(focus: Focus | undefined): void
  wanted: Wanted | undefined
  /** Selects a node and leads the inspector to one of its fields. */
  goTo(node: string, field?: string): void
  inspecting: boolean
  inspect(open: boolean): void

  view: View
  showView(view: View): void
  dock: { tab: DockTab; open: boolean }
  showDock(tab: DockTab, open?: boolean): void

  /** Text of the code view that is not in the draft yet; it waits here while another view is shown. */
  code: string | undefined
  setCode(text: string | undefined): void

  findings: readonly Finding[]
  walk: Walk | undefined
  setWalk(walk: Walk | undefined): void
  /** The help of a node type in the reader's language, as Markdown. */
  help: Readonly<Record<string, string>>
}

export const DeskContext = createContext<Desk | undefined>(undefined)

/** @throws outside a designer. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('This part stands in a designer only.')
  return desk
}
