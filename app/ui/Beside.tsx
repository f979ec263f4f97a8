'use client'

import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'

export type BesideProps = {
  label: ReactNode
  lang?: string | undefined
  className?: string | undefined
  labelClassName?: string | undefined
  /** The control, which must carry the id. */
  children: (id: string) => ReactNode
}

/** A label before its control, on one line: in bars and tables, where a field above would need too much room. */
export function Beside({ label, lang, className, labelClassName, children }: BesideProps) {
  const id = useId()
  return (
    <span className={clsx('text-hint', className ?? 'flex min-w-0 items-center gap-1.5')}>
      <label htmlFor={id} lang={lang} className={labelClassName ?? 'text-text-3'}>
        {label}
      </label>
      {children(id)}
    </span>
  )
}
