'use client'

import { useTranslations } from 'next-intl'
import { Channel } from '#flows/ids'
import { languageName } from '@/app/designer/reading/languages'
import { spokenLanguages } from '@/app/rooms/spoken-languages'
import { Checkbox } from '@/app/ui/Checkbox'
import { Field } from '@/app/ui/Field'
import { Select } from '@/app/ui/Select'

/** Offered at once; every other language can be the first one, or comes later in the designer. */
const often = ['en-US', 'es-US', 'zh-CN']

const toggled = <Item,>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item]

/** What reaches the flow: calls, texts, or both. */
export function Channels({
  on,
  onChange,
  error,
}: {
  on: readonly Channel[]
  onChange: (channels: Channel[]) => void
  error: string | undefined
}) {
  const t = useTranslations('flows.begin')
  return (
    <fieldset>
      <legend className="mb-1 font-semibold text-hint">{t('channels')}</legend>
      {Channel.options.map((channel) => (
        <Checkbox key={channel} checked={on.includes(channel)} onChange={() => onChange(toggled(on, channel))}>
          {t(`channel.${channel}`)}
        </Checkbox>
      ))}
      {error ? (
        <p role="alert" className="mt-1 text-bad text-hint">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

export type LanguagesProps = {
  first: string
  onFirst: (locale: string) => void
  also: readonly string[]
  onAlso: (locales: string[]) => void
}

/** The language the flow is written in, and those it is heard in as well. */
export function Languages({ first, onFirst, also, onAlso }: LanguagesProps) {
  const t = useTranslations('flows.begin')
  return (
    <>
      <Field label={t('first')} hint={t('firstHint')}>
        <Select value={first} onChange={(event) => onFirst(event.currentTarget.value)}>
          {spokenLanguages.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {languageName(locale, spokenLanguages)}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset>
        <legend className="mb-1 font-semibold text-hint">{t('also')}</legend>
        {often
          .filter((locale) => locale !== first)
          .map((locale) => (
            <Checkbox key={locale} checked={also.includes(locale)} onChange={() => onAlso(toggled(also, locale))}>
              <span lang={locale}>{languageName(locale, spokenLanguages)}</span>
            </Checkbox>
          ))}
      </fieldset>
    </>
  )
}
