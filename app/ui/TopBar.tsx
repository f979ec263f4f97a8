import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export type TopBarProps = {
  /** Where this stands: the list it came from, with its address, or the organisation's name. */
  place?: ReactNode
  placeHref?: string | undefined
  /** The heading of the page. */
  title: ReactNode
  /** Chips and the save state. */
  state?: ReactNode
  /** Buttons; one of them filled at most. */
  actions?: ReactNode
}

/** The bar at the head of every page: place, title, state; at the right what can be done. It grows where words need two lines. */
export function TopBar({ place, placeHref, title, state, actions }: TopBarProps) {
  return (
    <header
      data-region="top"
      tabIndex={-1}
      className="flex min-h-12 flex-none flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-b bg-surface py-1.5 ps-4 pe-3.5"
    >
      {place && placeHref ? <Crumb href={placeHref}>{place}</Crumb> : null}
      <h1 className="font-semibold text-[0.875rem] text-text leading-5">{title}</h1>
      {place && !placeHref ? <span className="text-text-2">{place}</span> : null}
      {state ? <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">{state}</div> : null}
      {actions ? <div className="ms-auto flex flex-wrap items-center gap-2.5">{actions}</div> : null}
    </header>
  )
}

function Crumb({ href, children }: { href: string; children: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <nav aria-label={t('place')} className="flex items-center gap-1.75">
      <Link href={href} className="text-text-2 no-underline hover:text-text hover:underline">
        {children}
      </Link>
      <ChevronRight className="size-3.5 text-text-3" aria-hidden="true" />
    </nav>
  )
}
