'use client'

import { LogOut, Settings } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { chooseLanguage, chooseTheme } from '@/app/i18n/actions'
import { localeNames, locales } from '@/app/i18n/locales'
import { signOut } from '@/app/server/auth/actions'
import { Avatar } from '../Avatar'
import { Menu, MenuChoice, MenuItem, MenuLine, MenuLink } from '../Menu'
import { type Theme, themes } from '../theme'
import type { ShellPerson } from './Shell'

/** Who is signed in, their language, their theme, and the way out. */
export function AccountMenu({ person, theme }: { person: ShellPerson; theme: Theme }) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const [, start] = useTransition()
  const [shown, setShown] = useOptimistic(theme)
  const paint = (next: string) =>
    start(async () => {
      const known = themes.find((each) => each === next)
      if (known) setShown(known)
      await chooseTheme(next)
    })
  const trigger = (
    <button type="button" className="grid size-8 place-items-center rounded-full hover:bg-line data-[state=open]:bg-line">
      <Avatar initials={person.initials} />
      <span className="sr-only">{t('account.label', { name: person.name })}</span>
    </button>
  )
  return (
    <Menu trigger={trigger} side="right" align="end">
      <div className="px-2.5 pt-1.5 pb-1">
        <p className="font-semibold">{person.name}</p>
        <p className="text-hint text-text-3">{person.organisation.name}</p>
        <p className="text-hint text-text-3">{person.roles.map((role) => t(`role.${role}`)).join(' · ')}</p>
      </div>
      <MenuLine />
      <MenuChoice
        label={t('account.language')}
        value={locale}
        options={locales.map((each) => ({ value: each, label: localeNames[each], lang: each }))}
        onChange={(next) => start(() => chooseLanguage(next))}
      />
      <MenuChoice
        label={t('account.theme')}
        value={shown}
        options={themes.map((each) => ({ value: each, label: t(`theme.${each}`) }))}
        onChange={paint}
      />
      <MenuLine />
      <MenuLink href="/settings" icon={<Settings />}>
        {t('account.settings')}
      </MenuLink>
      <MenuItem icon={<LogOut />} onSelect={() => start(() => signOut())}>
        {t('account.signOut')}
      </MenuItem>
    </Menu>
  )
}
