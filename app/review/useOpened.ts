'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Section, sections } from './sections'

/** Which section is shown, and when each was first opened. The first one is open from the beginning. */
export function useOpened() {
  const [shown, setShown] = useState<Section>('words')
  const [times, setTimes] = useState<ReadonlyMap<Section, Date>>(new Map())
  useEffect(() => {
    setTimes((before) => (before.has(shown) ? before : new Map([...before, [shown, new Date()]])))
  }, [shown])
  const open = useCallback((section: Section) => setShown(section), [])
  return { shown, open, times, opened: sections.filter((section) => times.has(section)) }
}
