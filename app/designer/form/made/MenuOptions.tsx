'use client'

import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Json, JsonObject } from '#flows/json'
import { Button } from '@/app/ui/Button'
import { IconButton } from '@/app/ui/IconButton'
import { TextInput } from '@/app/ui/TextInput'
import { useDesk } from '../../desk'
import { LeadsTo } from '../../inspector/LeadsTo'
import { useNodeForm } from '../form-context'
import { freshRow } from '../fresh-row'
import { type InputProps, textOf } from '../input-props'
import { KeySelect } from '../inputs/choice-inputs'
import { SpokenWordsField } from '../inputs/words-inputs'
import { rowsOf, withField } from '../rows'

const mostOptions = 12

/** The choices of a menu as one table: key, words, and where each leads, which elsewhere is a wire. */
export function MenuOptions({ field, path, value, onChange }: InputProps) {
  const t = useTranslations('designer.menu')
  const { type, locked } = useNodeForm()
  const { locale } = useDesk()
  const rows = rowsOf(value)
  const words = type.words[locale].fields
  const change = (index: number, name: string, next: Json | undefined) =>
    onChange(rows.map((row, at) => (at === index ? withField(row, name, next) : row)))
  return (
    <div data-field={path}>
      <h3 className="mb-1 font-semibold text-hint">{t('title')}</h3>
      <table className="w-full table-fixed border-separate border-spacing-0 text-card [&_td]:border-line [&_td]:border-b [&_td]:py-1 [&_td]:pe-1.5">
        <thead>
          <tr className="text-left text-[0.6875rem] text-text-3 [&_th]:border-line [&_th]:border-b [&_th]:pb-0.75 [&_th]:font-medium">
            <th className="w-13.5">{words['options.key']?.label}</th>
            <th>{words['options.label']?.label}</th>
            <th className="w-[34%]">{t('leadsTo')}</th>
            <th className="w-14.5">
              <span className="sr-only">{t('more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <OptionRow
              key={textOf(row.id)}
              {...{ row, index, field, path: `${path}.${index}` }}
              onField={(name, next) => change(index, name, next)}
              onRemove={rows.length > 1 ? () => onChange(rows.filter((_, at) => at !== index)) : undefined}
            />
          ))}
        </tbody>
      </table>
      {locked ? null : (
        <div className="mt-2 flex items-center gap-2">
          {rows.length < mostOptions ? (
            <Button size="compact" icon={<Plus />} onClick={() => onChange([...rows, freshRow(field, { rows, type, locale })])}>
              {t('add')}
            </Button>
          ) : null}
          <span className="text-hint text-text-3">{t('used', { count: rows.length, most: mostOptions })}</span>
        </div>
      )}
    </div>
  )
}

interface OptionRowProps {
  row: JsonObject
  index: number
  field: InputProps['field']
  path: string
  onField(name: string, value: Json | undefined): void
  onRemove: (() => void) | undefined
}

function OptionRow({ row, index, field, path, onField, onRemove }: OptionRowProps) {
  const t = useTranslations('designer.menu')
  const { locked, node } = useNodeForm()
  const [open, setOpen] = useState(false)
  const words = field.row.find(({ name }) => name === 'words')
  return (
    <>
      <tr data-field={path}>
        <td data-field={`${path}.key`}>
          <KeySelect
            label={t('keyOf', { place: index + 1 })}
            value={textOf(row.key)}
            onChange={(next) => onField('key', next || undefined)}
          />
        </td>
        <td data-field={`${path}.label`}>
          <TextInput
            compact
            className="min-h-8"
            aria-label={t('labelOf', { place: index + 1 })}
            value={textOf(row.label)}
            readOnly={locked}
            onChange={(event) => onField('label', event.currentTarget.value)}
          />
        </td>
        <td>
          <LeadsTo node={node} port={textOf(row.id)} label={textOf(row.label)} />
        </td>
        <td className="whitespace-nowrap text-right">
          <IconButton
            size="compact"
            icon={open ? <ChevronUp /> : <ChevronDown />}
            label={t('words', { label: textOf(row.label) })}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
          {locked || !onRemove ? null : (
            <IconButton size="compact" icon={<Trash2 />} label={t('remove', { label: textOf(row.label) })} onClick={onRemove} />
          )}
        </td>
      </tr>
      {open && words ? (
        <tr>
          <td colSpan={4}>
            <div className="mb-1 text-hint text-text-3">{t('spoken')}</div>
            <SpokenWordsField field={words} path={`${path}.words`} value={row.words} onChange={(next) => onField('words', next)} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
