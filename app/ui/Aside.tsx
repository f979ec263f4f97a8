import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** What stands beside the content: numbers beside flows, checks beside words. On a narrow screen it follows below. */
export function Aside({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <aside
      aria-label={label}
      data-region="aside"
      tabIndex={-1}
      className={clsx(
        'relative border-line bg-surface px-4.5 py-3 max-lg:border-t lg:w-82.5 lg:flex-none lg:overflow-auto lg:border-l',
        className,
      )}
    >
      {children}
    </aside>
  )
}
