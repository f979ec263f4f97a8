'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ReferenceKind } from '#flows/studio/references'
import type { ImportedFlow } from '@/app/rooms/outputs'
import { Refused } from '@/app/rooms/Refused'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { Card } from '@/app/ui/Card'
import { Field } from '@/app/ui/Field'
import { TextInput } from '@/app/ui/TextInput'
import { useToast } from '@/app/ui/toast-context'

type Reference = ImportedFlow['references'][number]

const keyOf = ({ kind, name }: Pick<Reference, 'kind' | 'name'>): string => `${kind} ${name}`

/** One field per reference, by kind. Saving puts the values into the draft as edits; what is left empty stays open and blocks release. */
export function MappingForm({ flow, references, mayMap }: { flow: string; references: Reference[]; mayMap: boolean }) {
  const t = useTranslations('import.map')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const map = useMutation(
    trpc.imports.map.mutationOptions({
      onSuccess: async ({ unmapped }) => {
        setTyped({})
        toast({ text: unmapped === 0 ? t('doneAll') : t('done', { count: unmapped }) })
        await queries.invalidateQueries()
      },
    }),
  )
  const values = references.flatMap((reference) => {
    const value = typed[keyOf(reference)]?.trim()
    return value ? [{ kind: reference.kind, name: reference.name, value }] : []
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (values.length > 0 && !map.isPending) map.mutate({ flow, environment: 'default', values })
  }
  if (references.length === 0) return <p>{t('nothing')}</p>
  return (
    <Card title={t('references')}>
      <p className="mb-3 text-text-2">{t('text')}</p>
      <form onSubmit={save} className="flex flex-col gap-5">
        {ReferenceKind.options.map((kind) => {
          const own = references.filter((reference) => reference.kind === kind)
          if (own.length === 0) return null
          return (
            <fieldset key={kind} className="flex flex-col gap-3">
              <legend className="mb-1.5 font-semibold text-panel">{t(`kind.${kind}.title`)}</legend>
              <p className="-mt-1 text-hint text-text-3">{t(`kind.${kind}.hint`)}</p>
              {own.map((reference) => (
                <ReferenceField
                  key={reference.name}
                  reference={reference}
                  mayMap={mayMap}
                  value={typed[keyOf(reference)] ?? reference.value ?? ''}
                  onChange={(value) => setTyped((before) => ({ ...before, [keyOf(reference)]: value }))}
                />
              ))}
            </fieldset>
          )
        })}
        <Refused error={map.error} />
        {mayMap ? (
          <div className="flex flex-wrap items-center gap-3">
            <Button
              type="submit"
              variant="primary"
              pending={map.isPending}
              aria-disabled={values.length === 0 || undefined}
              aria-describedby="mapping-state"
            >
              {t('save')}
            </Button>
            <span id="mapping-state" className="text-hint text-text-2">
              {values.length === 0 ? t('saveNothing') : t('saveSome', { count: values.length })}
            </span>
          </div>
        ) : (
          <p className="text-text-2">{t('mayNot')}</p>
        )}
      </form>
    </Card>
  )
}

type ReferenceFieldProps = { reference: Reference; mayMap: boolean; value: string; onChange: (value: string) => void }

function ReferenceField({ reference: { name, was, uses, open }, mayMap, value, onChange }: ReferenceFieldProps) {
  const t = useTranslations('import.map')
  const label = (
    <span className="inline-flex flex-wrap items-center gap-1.5 [&_svg]:size-3.5">
      {open ? (
        <TriangleAlert className="text-warn" aria-label={t('open1')} />
      ) : (
        <CircleCheck className="text-ok" aria-label={t('mapped1')} />
      )}
      {name}
    </span>
  )
  const widgets = [...new Set(uses.map(({ widget }) => widget))].join(', ')
  return (
    <Field label={label} hint={was ? t('wasUsed', { was, widgets }) : t('used', { widgets })} locked={mayMap ? undefined : t('mayNot')}>
      <TextInput value={value} onChange={(event) => onChange(event.currentTarget.value)} maxLength={2_000} spellCheck={false} mono />
    </Field>
  )
}
