'use client'

import { clsx } from 'clsx'
import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Logo } from '../Logo'
import { Menu, MenuLink } from '../Menu'
import type { NavItem } from './nav-items'

/* On a telephone the bar lies at the foot; four rooms fit there beside the account at 320 px, the others wait under "More". */
const atFoot = 4

const place =
  'relative mx-1.25 my-px flex flex-col items-center gap-0.75 rounded-control py-1.75 font-medium text-[0.6875rem] text-text-2 leading-3.25 no-underline ' +
  'hover:text-text [&>svg]:size-4.25 max-sm:mx-0 max-sm:flex-1 max-sm:justify-center'

const here =
  'aria-[current=page]:bg-plate aria-[current=page]:text-ink-text aria-[current=page]:shadow-1 aria-[current=page]:ring aria-[current=page]:ring-line ' +
  'aria-[current=page]:before:absolute aria-[current=page]:before:-left-1.25 aria-[current=page]:before:inset-y-3 aria-[current=page]:before:w-0.75 aria-[current=page]:before:rounded-r-[3px] aria-[current=page]:before:bg-ink aria-[current=page]:before:content-[""] max-sm:before:hidden'

export type NavBarProps = {
  items: NavItem[]
  /** How many wait in a room, by its key. */
  waiting?: Partial<Record<NavItem['key'], number>> | undefined
  /** The account menu. */
  account: ReactNode
}

/** The rooms of the studio: at the left, or at the foot of a narrow screen. */
export function NavBar({ items, waiting = {}, account }: NavBarProps) {
  const t = useTranslations('shell')
  const path = usePathname()
  const isHere = (item: NavItem) => path === item.href || path.startsWith(`${item.href}/`)
  const room = (item: NavItem, at: number) => (
    <Link
      key={item.key}
      href={item.href}
      aria-current={isHere(item) ? 'page' : undefined}
      className={clsx(place, here, item.foot && 'sm:mt-auto', at >= atFoot && 'max-sm:hidden')}
    >
      {item.icon}
      <span className="max-w-full [overflow-wrap:anywhere]">{t(`nav.${item.key}`)}</span>
      {waiting[item.key] ? <Waiting count={waiting[item.key] ?? 0} /> : null}
    </Link>
  )
  return (
    <nav
      aria-label={t('nav.label')}
      data-region="nav"
      tabIndex={-1}
      className="flex flex-none border-line bg-sunken max-sm:items-stretch max-sm:border-t max-sm:py-1 sm:w-16 sm:flex-col sm:overflow-y-auto sm:border-r"
    >
      <Link href="/flows" aria-label={t('product')} className="mb-1 grid h-12 flex-none place-items-center max-sm:hidden">
        <Logo />
      </Link>
      {items.map(room)}
      {items.length > atFoot ? <MoreRooms items={items.slice(atFoot)} isHere={isHere} /> : null}
      <div className={clsx('grid flex-none place-items-center max-sm:px-1.5 sm:py-2', !items.some((item) => item.foot) && 'sm:mt-auto')}>
        {account}
      </div>
    </nav>
  )
}

function MoreRooms({ items, isHere }: { items: NavItem[]; isHere: (item: NavItem) => boolean }) {
  const t = useTranslations('shell.nav')
  const trigger = (
    <button type="button" className={clsx(place, 'sm:hidden', items.some(isHere) && 'text-ink-text')}>
      <Ellipsis />
      {t('more')}
    </button>
  )
  return (
    <Menu trigger={trigger} side="top" align="end">
      {items.map((item) => (
        <MenuLink key={item.key} href={item.href} icon={item.icon} current={isHere(item)}>
          {t(item.key)}
        </MenuLink>
      ))}
    </Menu>
  )
}

function Waiting({ count }: { count: number }) {
  return (
    <b className="absolute top-0.75 right-1.5 min-w-3.75 rounded-control bg-ink px-1 text-center text-[0.625rem] text-on-ink leading-3.75">
      {count}
    </b>
  )
}
