'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { chooseLanguage, chooseTheme } from '@/app/i18n/actions'
import { localeNames, locales } from '@/app/i18n/locales'
import { Card } from '@/app/ui/Card'
import { Field } from '@/app/ui/Field'
import { Select } from '@/app/ui/Select'
import { type Theme, themes } from '@/app/ui/theme'

/** Language and appearance of the studio in this browser; what callers hear is not touched. */
export function Looks({ theme }: { theme: Theme }) {
  const t = useTranslations()
  const locale = useLocale()
  const [, start] = useTransition()
  return (
    <Card title={t('settings.looks.title')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('shell.account.language')}>
          <Select
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
        </Field>
        <Field label={t('shell.account.theme')}>
          <Select
            value={theme}
            onChange={(event) => {
              const next = event.currentTarget.value
              start(() => chooseTheme(next))
            }}
          >
            {themes.map((each) => (
              <option key={each} value={each}>
                {t(`shell.theme.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </Card>
  )
}
