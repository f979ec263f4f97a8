'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/ui/Button'
import { IconButton } from '@/app/ui/IconButton'
import { TextInput } from '@/app/ui/TextInput'
import { useNodeForm } from '../form-context'
import { type InputProps, textOf } from '../input-props'
import { rowsOf } from '../rows'

/** Names with values: headers, form fields. */
export function KeyValuesField({ field, value, onChange }: InputProps) {
  const t = useTranslations('designer.form')
  const { locked } = useNodeForm()
  const rows = rowsOf(value)
  const [first = 'key', second = 'value'] = field.row.map(({ name }) => name)
  const change = (index: number, name: string, next: string) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, [name]: next } : row)))
  return (
    <div className="flex flex-col gap-1.5">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name can be typed twice for a moment
        <div key={index} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] gap-1.5">
          <TextInput
            compact
            aria-label={t('name', { place: index + 1 })}
            value={textOf(row[first])}
            onChange={(event) => change(index, first, event.currentTarget.value)}
          />
          <TextInput
            compact
            aria-label={t('valueOf', { place: index + 1 })}
            value={textOf(row[second])}
            onChange={(event) => change(index, second, event.currentTarget.value)}
          />
          {locked ? null : (
            <IconButton
              size="compact"
              icon={<Trash2 />}
              label={t('removeRow', { place: index + 1 })}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {locked ? null : (
        <Button size="compact" className="self-start" icon={<Plus />} onClick={() => onChange([...rows, { [first]: '', [second]: '' }])}>
          {t('addRow', { count: rows.length })}
        </Button>
      )}
    </div>
  )
}
