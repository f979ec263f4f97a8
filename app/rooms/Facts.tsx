import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** Names at the left, what they are at the right. */
export function Facts({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={clsx('grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-3 gap-y-1', className)}>{children}</dl>
}

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-2">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}
