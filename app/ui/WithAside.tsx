import type { ReactNode } from 'react'

/** A Main and an Aside beside each other; on a narrow screen the second follows below and both scroll as one. */
export function WithAside({ children }: { children: ReactNode }) {
  return (
    <div className="relative flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto max-sm:block max-sm:overflow-visible max-lg:[&>main]:flex-none max-lg:[&>main]:overflow-visible">
      {children}
    </div>
  )
}
