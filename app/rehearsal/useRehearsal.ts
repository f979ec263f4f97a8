'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from '#flows/edits/draft'
import { hear, quiet } from './hear'
import { type PlayedRelease, playableOf } from './playable'
import { type Beginning, begin } from './rehearsal'
import type { Rehearsal } from './rehearsal-state'

export interface Rehearsing {
  rehearsal: Rehearsal | undefined
  /** Why it could not begin: settings that do not fit, or a subflow's release that did not come. */
  trouble: 'unfinished' | 'release' | undefined
  /** The draft was changed since this contact began; it still plays what it began with. */
  outdated: boolean
  aloud: boolean
  setAloud(on: boolean): void
  start(beginning: Beginning): Promise<void>
  /** Goes on by one of the rehearsal's own steps. */
  go(next: (now: Rehearsal) => Rehearsal): void
  stop(): void
}

/** A rehearsal of the draft in this browser. Words are heard, recordings as they are, only while that is asked for. */
export function useRehearsal(draft: Draft, fetchRelease: (hash: string) => Promise<PlayedRelease>): Rehearsing {
  const [rehearsal, setRehearsal] = useState<Rehearsal>()
  const [trouble, setTrouble] = useState<Rehearsing['trouble']>()
  const [aloud, turn] = useState(false)
  const played = useRef<Draft>(undefined)
  const said = useRef(0)
  useEffect(() => {
    const lines = rehearsal?.lines ?? []
    if (aloud) for (const line of lines.slice(said.current)) if (line.who === 'line') hear(line.words)
    said.current = lines.length
  }, [rehearsal, aloud])
  useEffect(() => quiet, [])
  const setAloud = useCallback((on: boolean) => {
    turn(on)
    if (!on) quiet()
  }, [])
  const start = async (beginning: Beginning) => {
    quiet()
    said.current = 0
    setTrouble(undefined)
    try {
      const playable = await playableOf(draft, fetchRelease).catch((error: unknown) => {
        throw isUnfinished(error) ? error : new ReleaseMissing()
      })
      setRehearsal(begin(playable, beginning))
      played.current = draft
    } catch (error) {
      setRehearsal(undefined)
      setTrouble(error instanceof ReleaseMissing ? 'release' : 'unfinished')
    }
  }
  const go = useCallback((next: (now: Rehearsal) => Rehearsal) => setRehearsal((now) => now && next(now)), [])
  const stop = useCallback(() => {
    quiet()
    setRehearsal(undefined)
  }, [])
  const outdated = rehearsal !== undefined && (played.current?.drawing !== draft.drawing || played.current.content !== draft.content)
  return { rehearsal, trouble, outdated, aloud, setAloud, start, go, stop }
}

class ReleaseMissing extends Error {}

/** A schema's complaint or an unknown node type: the draft itself is not ready. */
const isUnfinished = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ZodError' || error.name === '$ZodError' || error.name === 'UnknownNodeType')
