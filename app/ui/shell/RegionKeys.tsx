'use client'

import { useEffect } from 'react'
import { focusNextRegion } from './next-region'

/** F6 walks through the regions of the page, Shift F6 walks back, from anywhere but inside a dialog. */
export function RegionKeys() {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      if (document.querySelector('[role="dialog"][data-state="open"]')) return
      event.preventDefault()
      focusNextRegion(event.shiftKey)
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  }, [])
  return null
}
