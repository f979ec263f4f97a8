import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'

export type CardProps = {
  /** Names the card as a region of the page; without it the card is only a surface. */
  title?: ReactNode
  /** What stands at the right of the title. */
  actions?: ReactNode
  children: ReactNode
  className?: string | undefined
  /** The content brings its own inner space: tables, lists of rows. */
  flush?: boolean | undefined
}

/** A surface with a hairline. Cards do not stand in cards. */
export function Card({ title, actions, children, className, flush = false }: CardProps) {
  const id = useId()
  const look = clsx('rounded-panel border border-line bg-surface shadow-1', flush && 'overflow-hidden', className)
  if (title === undefined) return <div className={clsx(look, !flush && 'px-4 py-3')}>{children}</div>
  return (
    <section aria-labelledby={id} className={look}>
      <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 pt-2.5 pb-1.5">
        <h2 id={id} className="text-group">
          {title}
        </h2>
        {actions}
      </header>
      <div className={flush ? undefined : 'px-4 pb-3'}>{children}</div>
    </section>
  )
}
