import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type EmptyProps = {
  /** Says what will be here. */
  title: ReactNode
  children?: ReactNode
  /** The first step, as buttons. */
  actions?: ReactNode
  /** Glyphs or one icon. */
  picture?: ReactNode
  /** The title is a heading where nothing else on the page is. */
  heading?: 'h1' | 'h2' | undefined
  className?: string | undefined
}

/** A place that is still empty: what will stand here, and the first step towards it. */
export function Empty({ title, children, actions, picture, heading, className }: EmptyProps) {
  const Title = heading ?? 'p'
  return (
    <div
      className={clsx(
        'flex flex-col items-center justify-center rounded-card border border-edge border-dashed px-6 py-8 text-center text-card leading-4.5',
        className,
      )}
    >
      {picture ? <div className="mb-2.5 flex items-center gap-3 text-text-3">{picture}</div> : null}
      <Title className="text-group">{title}</Title>
      {children ? <div className="mt-0.5 max-w-100 text-text-2">{children}</div> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
