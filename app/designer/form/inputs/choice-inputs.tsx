'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/app/ui/Checkbox'
import { Select } from '@/app/ui/Select'
import { useDesk } from '../../desk'
import { languageName } from '../../reading/languages'
import { useNodeForm } from '../form-context'
import { type InputProps, textOf } from '../input-props'

/** The words of a choice, from the type's own catalogue. */
function useChoiceWords({ field }: Pick<InputProps, 'field'>): (choice: string) => string {
  const { type } = useNodeForm()
  const { locale } = useDesk()
  return (choice) => type.words[locale].choices?.[`${field.words}.${choice}`] ?? choice
}

export function ChoiceField({ field, value, onChange }: InputProps) {
  const wordsOf = useChoiceWords({ field })
  const t = useTranslations('designer.form')
  const optional = !field.required && field.standard === undefined
  return (
    <Select value={textOf(value ?? field.standard)} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
      {optional ? <option value="">{t('none')}</option> : null}
      {field.choices.map((choice) => (
        <option key={choice} value={choice}>
          {wordsOf(choice)}
        </option>
      ))}
    </Select>
  )
}

export function ChoicesField({ field, value, onChange }: InputProps) {
  const wordsOf = useChoiceWords({ field })
  const chosen = Array.isArray(value) ? value.map(textOf) : []
  return (
    <div className="flex flex-col">
      {field.choices.map((choice) => (
        <Checkbox
          key={choice}
          checked={chosen.includes(choice)}
          onChange={(event) => {
            const on = event.currentTarget.checked
            onChange(field.choices.filter((each) => (each === choice ? on : chosen.includes(each))))
          }}
        >
          {wordsOf(choice)}
        </Checkbox>
      ))}
    </div>
  )
}

const phoneKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#']

/** One key of the phone, or none. */
export function KeyField({ field, value, onChange }: InputProps) {
  const chosen = (key: string) => onChange(key === '' && field.standard === undefined ? undefined : key)
  return <KeySelect value={textOf(value ?? field.standard)} onChange={chosen} />
}

/** The list of phone keys. Outside a field it needs a label of its own. */
export function KeySelect({ label, value, onChange }: { label?: string; value: string; onChange: (key: string) => void }) {
  const t = useTranslations('designer.form')
  return (
    <Select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('noKey')}</option>
      {phoneKeys.map((key) => (
        <option key={key} value={key}>
          {key}
        </option>
      ))}
    </Select>
  )
}

/** One of the flow's languages; an unknown one stays as it is. */
export function LocaleField({ field, value, onChange }: InputProps) {
  const t = useTranslations('designer.form')
  const { draft } = useDesk()
  const own = textOf(value)
  const { locales } = draft.drawing
  const all = own === '' || locales.includes(own) ? locales : [...locales, own]
  return (
    <Select value={own} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
      {field.required ? null : <option value="">{t('none')}</option>}
      {all.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {languageName(tag, all)}
        </option>
      ))}
    </Select>
  )
}
