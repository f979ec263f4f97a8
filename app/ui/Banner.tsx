import { clsx } from 'clsx'
import { Info, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export type BannerProps = {
  state: 'bad' | 'warn' | 'info'
  title: ReactNode
  children?: ReactNode
  /** The way out: a link or a compact button. */
  action?: ReactNode
  icon?: ReactNode
  /** It appeared while the reader was here, so it is announced. */
  live?: boolean | undefined
  className?: string | undefined
  id?: string | undefined
}

const looks = {
  bad: { box: 'border-bad-line bg-bad-soft', ink: 'text-bad', icon: <OctagonX /> },
  warn: { box: 'border-warn-line bg-warn-soft', ink: 'text-warn', icon: <TriangleAlert /> },
  info: { box: 'border-ink-line bg-ink-soft', ink: 'text-ink-text', icon: <Info /> },
}

/** What needs an answer, where it arose: what is the matter, what it means, the way out. An error is never a toast. */
export function Banner({ state, title, children, action, icon, live = false, className, id }: BannerProps) {
  const look = looks[state]
  return (
    <div
      id={id}
      role={live ? (state === 'bad' ? 'alert' : 'status') : undefined}
      className={clsx(
        'flex flex-wrap items-start gap-x-2.5 gap-y-1 rounded-[9px] border px-3 py-2 text-card leading-4.5',
        look.box,
        className,
      )}
    >
      <span className={clsx('mt-px [&_svg]:size-4', look.ink)} aria-hidden="true">
        {icon ?? look.icon}
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <b className={look.ink}>{title}</b> {children}
      </div>
      {action}
    </div>
  )
}
