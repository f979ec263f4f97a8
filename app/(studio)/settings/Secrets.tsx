'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Asked } from '@/app/rooms/Asked'
import { Refused } from '@/app/rooms/Refused'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { Card } from '@/app/ui/Card'
import { Field } from '@/app/ui/Field'
import { TextInput } from '@/app/ui/TextInput'
import { Time } from '@/app/ui/Time'
import { useToast } from '@/app/ui/toast-context'

/** Secrets of connectors: kept, used in requests, never shown. */
export function Secrets() {
  const t = useTranslations('settings.secrets')
  const trpc = useTRPC()
  const secrets = useQuery(trpc.secrets.list.queryOptions())
  return (
    <Card title={t('title')}>
      <p className="mb-2 text-text-2">{t('text', { example: '{{ secret.NAME }}' })}</p>
      <Asked query={secrets} failed={t('failed')} shape="lines">
        {(lines) =>
          lines.length === 0 ? (
            <p className="text-text-2">{t('none')}</p>
          ) : (
            <ul>
              {lines.map(({ name, setAt }) => (
                <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-3 border-line border-t py-1.5">
                  <code>{name}</code>
                  <Time at={setAt} className="text-hint text-text-3" />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      <NewSecret />
    </Card>
  )
}

function NewSecret() {
  const t = useTranslations('settings.secrets')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [tried, setTried] = useState(false)
  const put = useMutation(
    trpc.secrets.set.mutationOptions({
      onSuccess: async () => {
        setName('')
        setValue('')
        setTried(false)
        toast({ text: t('done') })
        await queries.invalidateQueries(trpc.secrets.pathFilter())
      },
    }),
  )
  const wrong = !/^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(name)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!wrong && value !== '' && !put.isPending) put.mutate({ name, value })
  }
  return (
    <form onSubmit={save} className="mt-3 flex flex-col gap-3 border-line border-t pt-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('name')} error={tried && wrong ? t('nameWrong') : undefined} required>
          <TextInput value={name} onChange={(event) => setName(event.currentTarget.value)} autoComplete="off" spellCheck={false} mono />
        </Field>
        <Field label={t('value')} error={tried && value === '' ? t('valueMissing') : undefined} required>
          <TextInput type="password" value={value} onChange={(event) => setValue(event.currentTarget.value)} autoComplete="off" />
        </Field>
      </div>
      <Refused error={put.error} />
      <div>
        <Button type="submit" pending={put.isPending}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
