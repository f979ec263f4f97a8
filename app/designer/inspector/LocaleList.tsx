'use client'

import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Locale } from '#flows/ids'
import { Button } from '@/app/ui/Button'
import { Chip } from '@/app/ui/Chip'
import { IconButton } from '@/app/ui/IconButton'
import { TextInput } from '@/app/ui/TextInput'
import { useDesk } from '../desk'
import { languageName } from '../reading/languages'

/** Languages callers are spoken to in. The first is the source; words missing elsewhere are heard in it. */
export function LocaleList() {
  const t = useTranslations('designer.flow')
  const { draft, edit, canEdit } = useDesk()
  const { locales } = draft.drawing
  const [tag, setTag] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const fits = Locale.safeParse(tag.trim())
    setWrong(!fits.success)
    if (!fits.success || locales.includes(fits.data)) return
    if (edit({ kind: 'setFlow', locales: [...locales, fits.data] })) setTag('')
  }
  return (
    <section aria-label={t('languages')}>
      <h3 className="mb-1 font-semibold text-hint">{t('languages')}</h3>
      <ul>
        {locales.map((locale, index) => (
          <li key={locale} className="flex min-h-8 items-center gap-2 border-line border-b">
            <span lang={locale}>{languageName(locale, locales)}</span>
            <code className="text-text-3">{locale}</code>
            {index === 0 ? <Chip>{t('source')}</Chip> : null}
            <span className="ms-auto flex">
              {canEdit && index > 0 ? (
                <>
                  <IconButton
                    size="compact"
                    icon={<ArrowUp />}
                    label={t('up', { language: languageName(locale, locales) })}
                    onClick={() =>
                      edit({
                        kind: 'setFlow',
                        locales: [...locales.slice(0, index - 1), locale, ...locales.slice(index - 1).filter((each) => each !== locale)],
                      })
                    }
                  />
                  <IconButton
                    size="compact"
                    icon={<Trash2 />}
                    label={t('removeLanguage', { language: languageName(locale, locales) })}
                    onClick={() => edit({ kind: 'setFlow', locales: locales.filter((each) => each !== locale) })}
                  />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {canEdit ? (
        <form onSubmit={add} className="mt-2 flex items-center gap-1.5">
          <TextInput
            compact
            className="w-28"
            aria-label={t('languageTag')}
            aria-invalid={wrong}
            placeholder="es-US"
            value={tag}
            onChange={(event) => setTag(event.currentTarget.value)}
          />
          <Button size="compact" type="submit" icon={<Plus />}>
            {t('addLanguage')}
          </Button>
        </form>
      ) : null}
      {wrong ? <p className="mt-1 text-bad text-hint">{t('tagWrong')}</p> : null}
    </section>
  )
}
