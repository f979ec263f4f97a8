'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useTRPCClient } from '@/app/trpc/client'
import { type LoadedDraft, ServerRefused } from './door'
import { type DraftState, type DraftStore, openDraft } from './draft-store'
import { browserKeeper } from './kept'
import { trpcDoor } from './trpc-door'

export type OpenedDraft = { loaded: LoadedDraft; store: DraftStore }
export type Opening =
  | { state: 'opening' }
  | { state: 'failed'; reason: string | undefined; retry: () => void }
  | ({ state: 'open' } & OpenedDraft)

/** Opens the draft of a flow for this person, with what this browser kept of it. */
export function useOpenDraft(flow: string, person: string): Opening {
  const client = useTRPCClient()
  const [tries, setTries] = useState(0)
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  const retry = useCallback(() => setTries((count) => count + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` opens it again.
  useEffect(() => {
    let store: DraftStore | undefined
    let gone = false
    setOpening({ state: 'opening' })
    openDraft({
      door: trpcDoor(client, flow),
      keeper: browserKeeper(flow, { storage: window.localStorage, window: windowName() }),
      person,
      now: () => Date.now(),
      freshId: () => crypto.randomUUID(),
      later(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    }).then(
      (opened) => {
        store = opened.store
        if (gone) store.stop()
        else setOpening({ state: 'open', ...opened })
      },
      (error: unknown) => {
        if (!gone) setOpening({ state: 'failed', reason: error instanceof ServerRefused ? error.message : undefined, retry })
      },
    )
    return () => {
      gone = true
      store?.stop()
    }
  }, [client, flow, person, tries])
  return opening
}

/** The state of an open draft, and the line's: edits go out at once when the network is back. */
export function useDraftState(store: DraftStore): DraftState {
  useEffect(() => {
    const sync = () => store.sync()
    window.addEventListener('online', sync)
    return () => window.removeEventListener('online', sync)
  }, [store])
  return useSyncExternalStore(
    store.subscribe,
    () => store.state(),
    () => store.state(),
  )
}

/** A name for this window that survives a reload and is not shared with another. */
function windowName(): string {
  const place = 'callwright.window'
  const known = sessionStorage.getItem(place)
  if (known) return known
  const fresh = Math.random().toString(36).slice(2)
  sessionStorage.setItem(place, fresh)
  return fresh
}
