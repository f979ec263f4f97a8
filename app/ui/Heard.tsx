import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type HeardProps = {
  children: ReactNode
  /** The language of the words, which decides face and quotation marks; not the language of the interface. */
  lang: string
  size?: 'reading' | 'editing' | 'card' | undefined
  className?: string | undefined
}

/**
 * Words that a patient hears or reads: serif and in quotation marks, and nothing else in the interface is.
 * The marks are drawn by the stylesheet in the manner of `lang`; pass the bare words.
 */
export function Heard({ children, lang, size = 'editing', className }: HeardProps) {
  return (
    <q lang={lang} className={clsx('heard', `heard-${size}`, className)}>
      {children}
    </q>
  )
}
