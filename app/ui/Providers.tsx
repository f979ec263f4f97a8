'use client'

import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { RememberZone } from './shell/RememberZone'
import { Toaster } from './Toaster'

/** What every page may count on: tooltips, toasts, and times in the reader's zone. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      <Toaster>{children}</Toaster>
      <RememberZone />
    </Tooltip.Provider>
  )
}
