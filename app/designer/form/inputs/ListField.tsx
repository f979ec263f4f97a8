'use client'

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Json } from '#flows/json'
import { Button } from '@/app/ui/Button'
import { IconButton } from '@/app/ui/IconButton'
import { useDesk } from '../../desk'
import { useNodeForm } from '../form-context'
import { freshRow } from '../fresh-row'
import type { InputProps } from '../input-props'
import { rowsOf, withField } from '../rows'

/** Rows of fields, in an order that counts. */
export function ListField({ field, path, value, onChange }: InputProps) {
  const t = useTranslations('designer.form')
  const { type, locked, Setting } = useNodeForm()
  const { locale } = useDesk()
  const rows = rowsOf(value)
  const change = (index: number, name: string, next: Json | undefined) =>
    onChange(rows.map((row, at) => (at === index ? withField(row, name, next) : row)))
  const move = (index: number, by: number) => onChange(moved(rows, index, by))
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, index) => (
        // A row without an id is its place.
        <div key={typeof row.id === 'string' ? row.id : index} className="rounded-[9px] border border-edge px-2.5 pt-1.5 pb-2.5">
          <div className="mb-1 flex items-center gap-0.5">
            <span className="flex-1 text-hint text-text-3 tabular-nums">{index + 1}</span>
            {locked ? null : (
              <>
                {index > 0 ? (
                  <IconButton size="compact" icon={<ArrowUp />} label={t('up', { place: index + 1 })} onClick={() => move(index, -1)} />
                ) : null}
                {index < rows.length - 1 ? (
                  <IconButton size="compact" icon={<ArrowDown />} label={t('down', { place: index + 1 })} onClick={() => move(index, 1)} />
                ) : null}
                <IconButton
                  size="compact"
                  icon={<Trash2 />}
                  label={t('removeRow', { place: index + 1 })}
                  onClick={() => onChange(rows.filter((_, at) => at !== index))}
                />
              </>
            )}
          </div>
          <div className="flex flex-col gap-2.5">
            {field.row.map((inner) => (
              <Setting
                key={inner.name}
                field={inner}
                path={`${path}.${index}.${inner.name}`}
                value={row[inner.name]}
                siblings={row}
                onChange={(next) => change(index, inner.name, next)}
              />
            ))}
          </div>
        </div>
      ))}
      {locked || rows.length >= (field.most ?? 999) ? null : (
        <Button
          size="compact"
          className="self-start"
          icon={<Plus />}
          onClick={() => onChange([...rows, freshRow(field, { rows, type, locale })])}
        >
          {t('addRow', { count: rows.length })}
        </Button>
      )}
    </div>
  )
}

function moved<Row>(rows: readonly Row[], index: number, by: number): Row[] {
  const next = [...rows]
  const [row] = next.splice(index, 1)
  if (row !== undefined) next.splice(index + by, 0, row)
  return next
}
