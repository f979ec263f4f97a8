'use client'

import { clsx } from 'clsx'
import { Tabs as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { TabCount } from './TabCount'
import { type TabLook, tabListLooks, tabLooks } from './tab-look'

export type Tab = {
  value: string
  label: ReactNode
  icon?: ReactNode
  count?: number | undefined
  /** The count is of things that must be fixed. */
  bad?: boolean | undefined
}

export type TabsProps = {
  /** Names the group, for who cannot see where it stands. */
  label: string
  tabs: readonly Tab[]
  value?: string | undefined
  defaultValue?: string | undefined
  onChange?: ((value: string) => void) | undefined
  look?: TabLook | undefined
  /** The panels, each a TabPanel. */
  children: ReactNode
  className?: string | undefined
}

/** Several views of one thing, one shown. Arrows move, the panel follows. */
export function Tabs({ label, tabs, value, defaultValue, onChange, look = 'line', children, className }: TabsProps) {
  const control = value === undefined ? { defaultValue: defaultValue ?? tabs[0]?.value ?? '' } : { value }
  return (
    <Primitive.Root {...control} {...(onChange ? { onValueChange: onChange } : {})} className={className}>
      <Primitive.List aria-label={label} className={clsx(tabListLooks[look], look === 'line' && 'border-line border-b')}>
        {tabs.map((tab) => (
          <Primitive.Trigger key={tab.value} value={tab.value} className={tabLooks[look]}>
            {tab.icon}
            {tab.label}
            {tab.count === undefined ? null : <TabCount count={tab.count} bad={tab.bad ?? false} />}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {children}
    </Primitive.Root>
  )
}

/** What one tab shows. `keep` leaves it in the page while hidden, so that what was typed there stays. */
export function TabPanel({
  value,
  keep = false,
  children,
  className,
}: {
  value: string
  keep?: boolean
  children: ReactNode
  className?: string
}) {
  return (
    <Primitive.Content value={value} {...(keep ? { forceMount: true } : {})} className={clsx('data-[state=inactive]:hidden', className)}>
      {children}
    </Primitive.Content>
  )
}
