import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type MainProps = {
  children: ReactNode
  /** `page` has the page's margins and scrolls; `bare` fills the place and brings its own: canvas, split views. */
  look?: 'page' | 'bare' | undefined
  className?: string | undefined
}

/** The content of the page: where the skip link and F6 lead. Exactly one per page. */
export function Main({ children, look = 'page', className }: MainProps) {
  return (
    <main
      id="main"
      data-region="main"
      tabIndex={-1}
      className={clsx(
        'relative min-w-0 sm:min-h-0 sm:flex-1',
        look === 'page' ? 'px-4 py-4 sm:overflow-auto sm:px-5' : 'flex flex-col sm:overflow-hidden',
        className,
      )}
    >
      {children}
    </main>
  )
}
