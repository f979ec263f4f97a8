'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Refused } from '@/app/rooms/Refused'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { Card } from '@/app/ui/Card'
import { Field } from '@/app/ui/Field'
import { TextInput } from '@/app/ui/TextInput'

/** Makes the flow of the file that was read, and leads to its mapping. */
export function CreateCard({ text, suggested }: { text: string; suggested: string }) {
  const t = useTranslations('import.create')
  const trpc = useTRPC()
  const router = useRouter()
  const queries = useQueryClient()
  const [name, setName] = useState(suggested.slice(0, 120))
  const [tried, setTried] = useState(false)
  const create = useMutation(
    trpc.imports.create.mutationOptions({
      onSuccess: async ({ flow }) => {
        router.push(`/import/${flow}`)
        await queries.invalidateQueries(trpc.flows.pathFilter())
      },
    }),
  )
  const begin = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '' && !create.isPending) create.mutate({ text, name: name.trim() })
  }
  return (
    <Card title={t('title')}>
      <p className="mb-2 text-text-2">{t('text')}</p>
      <form onSubmit={begin}>
        <Field label={t('name')} error={tried && name.trim() === '' ? t('nameMissing') : undefined} required className="max-w-100">
          <TextInput value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} />
        </Field>
        <Refused error={create.error} className="mt-3" />
        <Button type="submit" variant="primary" className="mt-3" pending={create.isPending}>
          {t('submit')}
        </Button>
      </form>
    </Card>
  )
}
