import { useFormatter, useLocale, useTimeZone, useTranslations } from 'next-intl'

export type TimeProps = {
  /** An instant: ISO 8601 text, milliseconds since 1970, or a Date. */
  at: string | number | Date | null | undefined
  /** `short` is "Tue 17 Nov, 09:14"; `full` adds the year and the zone, for what is signed or audited. */
  show?: 'short' | 'full' | 'date' | 'time' | 'clock' | undefined
  className?: string | undefined
}

const parts = {
  short: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** An instant in the reader's language and zone; the exact one, with its zone, on hover and for machines. */
export function Time({ at, show = 'short', className }: TimeProps) {
  const format = useFormatter()
  const locale = useLocale()
  const zone = useTimeZone()
  const t = useTranslations('ui')
  const instant = new Date(at ?? Number.NaN)
  if (Number.isNaN(instant.getTime())) return <span className={className}>{t('unknownTime')}</span>
  const text = locale === 'en' ? english(instant, show, zone) : format.dateTime(instant, parts[show])
  return (
    <time dateTime={instant.toISOString()} title={format.dateTime(instant, parts.full)} className={`tabular-nums ${className ?? ''}`}>
      {text}
    </time>
  )
}

/* Day before month reads the same on both sides of the Atlantic, so English dates follow one order: Tue 17 Nov, 09:14. */
function english(instant: Date, show: keyof typeof parts, zone: string | undefined): string {
  return new Intl.DateTimeFormat('en-GB', { ...parts[show], timeZone: zone ?? 'UTC' }).format(instant).replace(/^(\w{3}),/, '$1')
}
