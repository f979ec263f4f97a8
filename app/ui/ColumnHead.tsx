import { clsx } from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export type Sorting = 'ascending' | 'descending' | 'none'

export type ColumnHeadProps = {
  children: ReactNode
  figure?: boolean | undefined
  /** The column can be sorted; says how it is now. */
  sort?: Sorting | undefined
  /** Where the other order is: an address, or what to do. */
  href?: string | undefined
  onSort?: (() => void) | undefined
  className?: string | undefined
}

/** The head of a column. Sorting is said by `aria-sort` and by an arrow with a word. */
export function ColumnHead({ children, figure = false, sort, href, onSort, className }: ColumnHeadProps) {
  const look = clsx(
    'sticky top-0 z-1 h-8.5 border-line border-b bg-paper px-3.5 font-medium text-hint text-text-3',
    figure ? 'text-right' : 'text-left',
    className,
  )
  return (
    <th scope="col" aria-sort={sort} className={look}>
      {sort === undefined ? children : <Sorter {...{ sort, href, onSort, children }} />}
    </th>
  )
}

function Sorter({ sort, href, onSort, children }: Pick<ColumnHeadProps, 'href' | 'onSort' | 'children'> & { sort: Sorting }) {
  const t = useTranslations('ui.table')
  const look = 'inline-flex min-h-6 items-center gap-1 font-medium text-inherit no-underline hover:text-text'
  const inside = (
    <>
      {children}
      {sort === 'none' ? null : (
        <span className="inline-flex items-center gap-0.5 font-normal [&_svg]:size-3">
          {sort === 'ascending' ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
          <span className="sr-only">{t(sort)}</span>
        </span>
      )}
    </>
  )
  if (href) {
    return (
      <Link href={href} className={look}>
        {inside}
      </Link>
    )
  }
  return (
    <button type="button" onClick={onSort} className={look}>
      {inside}
    </button>
  )
}
