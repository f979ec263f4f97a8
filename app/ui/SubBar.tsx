import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** The second bar: views at the left, overlays and finding at the right. */
export function SubBar({ label, children, end, className }: { label: string; children?: ReactNode; end?: ReactNode; className?: string }) {
  return (
    <section
      aria-label={label}
      data-region="sub"
      tabIndex={-1}
      className={clsx('flex min-h-10 flex-none flex-wrap items-center gap-2 border-line border-b bg-paper px-3 py-1.5', className)}
    >
      {children}
      {end ? <div className="ms-auto flex flex-wrap items-center gap-2">{end}</div> : null}
    </section>
  )
}
