'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Json, JsonObject } from '#flows/json'
import { Button } from '@/app/ui/Button'
import { IconButton } from '@/app/ui/IconButton'
import { TextInput } from '@/app/ui/TextInput'
import { useDesk } from '../../desk'
import { useNodeForm } from '../form-context'
import { type InputProps, textOf } from '../input-props'
import { rowsOf } from '../rows'

type Span = [string, string]

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const spansOf = (value: Json | undefined): Span[] =>
  Array.isArray(value) ? value.flatMap((span) => (Array.isArray(span) ? [[textOf(span[0]), textOf(span[1])] satisfies Span] : [])) : []

/** Opening hours of a week: each day has none, one or several spans. */
export function WeeklyHoursField({ field, value, onChange }: InputProps) {
  const { type } = useNodeForm()
  const { locale } = useDesk()
  const week: JsonObject = value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}
  return (
    <div className="flex flex-col gap-2">
      {days.map((day) => {
        const name = type.words[locale].fields[`${field.words}.${day}`]?.label ?? day
        return (
          <div key={day} className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-start gap-2">
            <span className="pt-1 text-hint">{name}</span>
            <Spans name={name} spans={spansOf(week[day])} onChange={(spans) => onChange({ ...week, [day]: spans })} />
          </div>
        )
      })}
    </div>
  )
}

/** Days with hours of their own. */
export function DatesField({ field, value, onChange }: InputProps) {
  const t = useTranslations('designer.form')
  const { type, locked } = useNodeForm()
  const { locale } = useDesk()
  const rows = rowsOf(value)
  const label = (name: string): string => type.words[locale].fields[`${field.words}.${name}`]?.label ?? name
  const change = (index: number, next: JsonObject) => onChange(rows.map((row, at) => (at === index ? { ...row, ...next } : row)))
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a date can be typed twice for a moment
        <div key={index} className="grid grid-cols-[8.5rem_minmax(0,1fr)_auto] items-start gap-1.5">
          <TextInput
            type="date"
            compact
            aria-label={label('date')}
            value={textOf(row.date)}
            onChange={(event) => change(index, { date: event.currentTarget.value })}
          />
          <TextInput
            compact
            aria-label={label('name')}
            placeholder={label('name')}
            value={textOf(row.name)}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
          />
          {locked ? null : (
            <IconButton
              size="compact"
              icon={<Trash2 />}
              label={t('removeRow', { place: index + 1 })}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            />
          )}
          <div className="col-span-3 ps-1">
            <Spans name={label('hours')} spans={spansOf(row.hours)} onChange={(hours) => change(index, { hours })} />
          </div>
        </div>
      ))}
      {locked ? null : (
        <Button
          size="compact"
          className="self-start"
          icon={<Plus />}
          onClick={() => onChange([...rows, { date: '', name: '', hours: [] }])}
        >
          {t('addDate')}
        </Button>
      )}
    </div>
  )
}

function Spans({ name, spans, onChange }: { name: string; spans: Span[]; onChange(spans: Span[]): void }) {
  const t = useTranslations('designer.form')
  const { locked } = useNodeForm()
  const change = (index: number, span: Span) => onChange(spans.map((each, at) => (at === index ? span : each)))
  const add = () => onChange([...spans, ['08:00', '17:00']])
  if (spans.length === 0) {
    return (
      <div className="flex min-h-6.5 items-center gap-2 text-hint text-text-3">
        {t('closed')}
        {locked ? null : <IconButton size="compact" icon={<Plus />} label={t('addSpanOf', { name })} onClick={add} />}
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-1">
      {spans.map(([from, to], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place
        <div key={index} className="flex items-center gap-1">
          <TextInput
            compact
            className="w-18"
            aria-label={t('from', { name })}
            value={from}
            onChange={(event) => change(index, [event.currentTarget.value, to])}
          />
          <span aria-hidden="true">–</span>
          <TextInput
            compact
            className="w-18"
            aria-label={t('to', { name })}
            value={to}
            onChange={(event) => change(index, [from, event.currentTarget.value])}
          />
          {locked ? null : (
            <IconButton
              size="compact"
              icon={<Trash2 />}
              label={t('removeSpan', { name })}
              onClick={() => onChange(spans.filter((_, at) => at !== index))}
            />
          )}
          {locked || index < spans.length - 1 || spans.length >= 6 ? null : (
            <IconButton size="compact" icon={<Plus />} label={t('addSpanOf', { name })} onClick={add} />
          )}
        </div>
      ))}
    </div>
  )
}
