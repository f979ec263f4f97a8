'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import type { Edit } from '#flows/edits/edit'
import type { Desk, DockTab, Focus, View, Walk, Wanted } from './desk'
import { type OpenedDraft, useDraftState } from './draft/useDraft'
import type { Reason } from './draft/work'
import { useFindings } from './problems/useFindings'
import { editWords } from './reading/edit-words'

const nobody: ReadonlySet<string> = new Set()

/** What the designer's parts share, built once around an open draft. */
export function useDeskState({ loaded, store }: OpenedDraft, help: Desk['help']): { desk: Desk; spoken: string } {
  const { work, save } = useDraftState(store)
  const { draft } = work
  const locale = useLocale()
  const t = useTranslations('designer')
  const [notice, setNotice] = useState<Reason>()
  const [spoken, announce] = useState('')
  const looking = useLooking(draft.drawing.locales, locale)
  const findings = useFindings(draft)
  const told = useCallback((reason: Reason | undefined): boolean => {
    setNotice(reason)
    return reason === undefined
  }, [])
  const edit = useCallback(
    (...edits: Edit[]): boolean => {
      const done = told(store.edit(edits))
      const last = edits.at(-1)
      if (done && last && last.kind !== 'setWords' && last.kind !== 'setSettings') {
        const { key, values } = editWords(last, store.state().work.draft, locale)
        announce(t(`edit.${key}`, values))
      }
      return done
    },
    [store, told, locale, t],
  )
  const desk = useMemo<Desk>(
    () => ({
      ...looking,
      ...{ flow: loaded.flow, draft, work, save, canEdit: loaded.canEdit, locale, help, findings, notice, announce, edit },
      undo: () => told(store.undo()),
      redo: () => told(store.redo()),
      choose: (conflict, whose) => told(store.choose(conflict, whose)),
      dismiss: () => setNotice(undefined),
      // What was selected and is gone (undone, removed by somebody else) is not selected any more.
      selected: new Set([...looking.selected].filter((id) => draft.drawing.nodes[id])),
    }),
    [looking, loaded, draft, work, save, locale, help, findings, notice, edit, told, store],
  )
  return { desk, spoken }
}

/** Where the reader looks; nothing of it is saved. */
function useLooking(locales: readonly string[], reader: string) {
  const [selected, setSelected] = useState(nobody)
  const [focus, focusOn] = useState<Focus>()
  const [wanted, setWanted] = useState<Wanted>()
  // Where the inspector would cover the canvas it waits to be asked; on a telephone the outline takes the canvas' place.
  const [inspecting, inspect] = useState(() => window.innerWidth >= 1280)
  const [view, showView] = useState<View>(() => (window.innerWidth < 640 ? 'outline' : 'canvas'))
  const [dock, setDock] = useState<Desk['dock']>({ tab: 'problems', open: false })
  const [walk, setWalk] = useState<Walk>()
  const [wish, showIn] = useState<string>()
  const [code, setCode] = useState<string>()
  const shown = [wish, reader, locales[0]].find((tag) => tag !== undefined && locales.includes(tag)) ?? 'en-US'
  const select = useCallback((ids: Iterable<string>) => {
    const next = new Set(ids)
    setSelected(next)
    if (next.size === 1) inspect(true)
  }, [])
  const goTo = useCallback((node: string, field?: string) => {
    setSelected(new Set([node]))
    focusOn({ node })
    inspect(true)
    setWanted({ node, field, at: performance.now() })
  }, [])
  const showDock = useCallback((tab: DockTab, open = true) => setDock({ tab, open }), [])
  return useMemo(
    () => ({
      selected,
      select,
      focus,
      focusOn,
      wanted,
      goTo,
      inspecting,
      inspect,
      view,
      showView,
      dock,
      showDock,
      walk,
      setWalk,
      shown,
      showIn,
      code,
      setCode,
    }),
    [selected, select, focus, wanted, goTo, inspecting, view, dock, showDock, walk, shown, code],
  )
}
