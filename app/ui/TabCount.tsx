import { clsx } from 'clsx'

/** How many stand behind a tab; red where they must be fixed. */
export function TabCount({ count, bad = false }: { count: number; bad?: boolean }) {
  return (
    <span
      data-plate=""
      className={clsx(
        'rounded-control px-1.5 font-semibold text-[0.6875rem] tabular-nums leading-4',
        bad ? 'bg-bad-soft text-bad' : 'bg-sunken text-text-2',
      )}
    >
      {count}
    </span>
  )
}
