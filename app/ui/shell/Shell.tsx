import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Theme } from '../theme'
import { AccountMenu } from './AccountMenu'
import { NavBar, type NavBarProps } from './NavBar'
import { navItemsFor } from './nav-items'
import { RegionKeys } from './RegionKeys'

export type ShellPerson = {
  name: string
  initials: string
  roles: ('operator' | 'compliance' | 'release_manager' | 'admin' | 'auditor')[]
  organisation: { name: string }
}

export type ShellProps = {
  person: ShellPerson
  theme: Theme
  waiting?: NavBarProps['waiting']
  /** A TopBar, perhaps a SubBar, and exactly one Main. */
  children: ReactNode
}

/** The frame of every page: skip link, rooms, and the place of the page. It fills the window and the content scrolls inside; on a telephone the bars scroll with it. */
export function Shell({ person, theme, waiting, children }: ShellProps) {
  const t = useTranslations('shell')
  return (
    <div className="flex h-dvh flex-col-reverse overflow-clip sm:flex-row">
      <a
        href="#main"
        className="link fixed top-2 left-2 z-50 -translate-y-20 rounded-control border border-edge bg-raised px-3 py-1.5 shadow-2 focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <NavBar items={navItemsFor(person.roles)} waiting={waiting} account={<AccountMenu person={person} theme={theme} />} />
      <div className="relative flex min-h-0 min-w-0 flex-1 flex-col max-sm:block max-sm:overflow-auto">{children}</div>
      <RegionKeys />
    </div>
  )
}
