import { clsx } from 'clsx'
import { BadgeCheck, CircleDot, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export type ChipState = 'ok' | 'warn' | 'bad' | 'ink' | 'neutral' | 'line'

export type ChipProps = {
  state?: ChipState | undefined
  /** Replaces the state's own icon; `null` for none. */
  icon?: ReactNode
  children: ReactNode
}

const looks: Record<ChipState, string> = {
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  ink: 'bg-ink-soft text-ink-text',
  neutral: 'bg-sunken text-text-2',
  line: 'text-text-2 inset-ring inset-ring-edge',
}

const icons: Record<ChipState, ReactNode> = {
  ok: <BadgeCheck />,
  warn: <TriangleAlert />,
  bad: <OctagonX />,
  ink: <CircleDot />,
  neutral: null,
  line: null,
}

/** A state in one word, with its shape: a badge is well, a triangle should be fixed, an octagon must be. */
export function Chip({ state = 'neutral', icon, children }: ChipProps) {
  return (
    <span
      data-plate=""
      className={clsx(
        'inline-flex min-h-5 max-w-full items-center gap-1 rounded-chip px-1.75 font-medium text-[0.71875rem] leading-4 [&_svg]:size-3 [&_svg]:stroke-2',
        looks[state],
      )}
    >
      {icon === undefined ? icons[state] : icon}
      <span className="min-w-0">{children}</span>
    </span>
  )
}
