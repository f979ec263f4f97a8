import { clsx } from 'clsx'
import Link from 'next/link'
import { TabCount } from './TabCount'
import type { Tab } from './Tabs'
import { type TabLook, tabListLooks, tabLooks } from './tab-look'

export type TabLinksProps = {
  label: string
  tabs: readonly (Tab & { href: string })[]
  /** The `value` of the tab that is shown. */
  current: string
  look?: TabLook | undefined
  className?: string | undefined
}

/** Tabs that are addresses: filters of a list, views that can be sent to a colleague. */
export function TabLinks({ label, tabs, current, look = 'line', className }: TabLinksProps) {
  return (
    <nav aria-label={label} className={clsx(tabListLooks[look], className)}>
      {tabs.map((tab) => (
        <Link key={tab.value} href={tab.href} aria-current={tab.value === current ? 'page' : undefined} className={tabLooks[look]}>
          {tab.icon}
          {tab.label}
          {tab.count === undefined ? null : <TabCount count={tab.count} bad={tab.bad ?? false} />}
        </Link>
      ))}
    </nav>
  )
}
