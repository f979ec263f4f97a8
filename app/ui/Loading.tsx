import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'

export type LoadingProps = {
  /** The shapes of what will stand here. */
  shape?: 'lines' | 'rows' | 'card' | undefined
  /** How many lines or rows. */
  count?: number | undefined
  className?: string | undefined
}

const widths = ['w-3/5', 'w-4/5', 'w-2/5', 'w-2/3', 'w-1/2']

/** Nothing for 300 ms, then shapes of the real layout, after 2 s a sentence. */
export function Loading({ shape = 'lines', count = 3, className }: LoadingProps) {
  const t = useTranslations('ui.loading')
  return (
    <div role="status" className={className}>
      <span className="sr-only">{t('short')}</span>
      <div
        aria-hidden="true"
        className={clsx('animate-wait', shape !== 'lines' && 'overflow-hidden rounded-card border border-line bg-surface')}
      >
        {Array.from({ length: count }, (_, row) => (
          <div key={widths[row % widths.length] + String(row)} className={rowLook[shape]}>
            <div className={clsx('h-2 rounded-key bg-idle', widths[row % widths.length])} />
            {shape === 'rows' ? <div className="mt-2 h-2 w-1/4 rounded-key bg-idle" /> : null}
          </div>
        ))}
      </div>
      <p className="mt-2 animate-wait-long text-hint text-text-3">{t('long')}</p>
    </div>
  )
}

const rowLook = {
  lines: 'py-1.25',
  card: 'px-4 py-1.25 first:pt-4 last:pb-4',
  rows: 'flex min-h-16.5 flex-col justify-center border-line border-b px-4 last:border-b-0',
}
