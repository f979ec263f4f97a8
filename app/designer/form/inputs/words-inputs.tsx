'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Json } from '#flows/json'
import { TextInput } from '@/app/ui/TextInput'
import { useDesk } from '../../desk'
import { languageName } from '../../reading/languages'
import type { InputProps } from '../input-props'

const listOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.flatMap((word) => (typeof word === 'string' ? [word] : [])) : []
const wordsIn = (text: string): string[] => text.split(/[,，、;]/).flatMap((word) => word.trim() || [])

/** Words separated by commas. What is typed stays as typed while it is being typed. */
function CommaList({ words, onChange, lang, label }: { words: string[]; onChange(words: string[]): void; lang?: string; label?: string }) {
  const t = useTranslations('designer.form')
  const [typed, setTyped] = useState<string>()
  return (
    <TextInput
      lang={lang}
      aria-label={label}
      placeholder={t('commas')}
      value={typed ?? words.join(', ')}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        onChange(wordsIn(value))
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

export function WordsField({ value, onChange }: InputProps) {
  return <CommaList words={listOf(value)} onChange={onChange} />
}

/** Words in each of the flow's languages. */
export function SpokenWordsField({ value, onChange }: InputProps) {
  const { draft } = useDesk()
  const { locales } = draft.drawing
  const byLocale = value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}
  return (
    <div className="flex flex-col gap-1.5">
      {locales.map((tag) => (
        <div key={tag} className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-2">
          <span lang={tag} className="truncate text-hint text-text-2">
            {languageName(tag, locales)}
          </span>
          <CommaList
            lang={tag}
            label={languageName(tag, locales)}
            words={listOf(byLocale[tag])}
            onChange={(words) => {
              const { [tag]: _dropped, ...others } = byLocale
              onChange(words.length > 0 ? { ...others, [tag]: words } : others)
            }}
          />
        </div>
      ))}
    </div>
  )
}
