'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { chooseLanguage, chooseTheme } from '@/app/i18n/actions'
import { localeNames, locales } from '@/app/i18n/locales'
import { Select } from '@/app/ui/Select'
import { type Theme, themes } from '@/app/ui/theme'

/** Language and appearance for who is not signed in yet. */
export function Choices({ theme }: { theme: Theme }) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const [, start] = useTransition()
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        look="compact"
        aria-label={t('account.language')}
        value={locale}
        onChange={(event) => {
          const next = event.currentTarget.value
          start(() => chooseLanguage(next))
        }}
      >
        {locales.map((each) => (
          <option key={each} value={each} lang={each}>
            {localeNames[each]}
          </option>
        ))}
      </Select>
      <Select
        look="compact"
        aria-label={t('account.theme')}
        value={theme}
        onChange={(event) => {
          const next = event.currentTarget.value
          start(() => chooseTheme(next))
        }}
      >
        {themes.map((each) => (
          <option key={each} value={each}>
            {t(`theme.${each}`)}
          </option>
        ))}
      </Select>
    </div>
  )
}
