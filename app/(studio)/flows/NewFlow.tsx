'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Channel } from '#flows/ids'
import { FormDialog } from '@/app/rooms/FormDialog'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { TextInput } from '@/app/ui/TextInput'
import { Channels, Languages } from './NewFlowFields'

/** Name, channels and languages: all that a flow needs to begin. It opens in the designer. */
export function NewFlow({ onClose }: { onClose: () => void }) {
  const t = useTranslations('flows.begin')
  const trpc = useTRPC()
  const router = useRouter()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [on, setOn] = useState<Channel[]>(['voice'])
  const [first, setFirst] = useState('en-US')
  const [also, setAlso] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const create = useMutation(
    trpc.flows.create.mutationOptions({
      onSuccess: async ({ id }) => {
        router.push(`/flows/${id}`)
        await queries.invalidateQueries(trpc.flows.list.pathFilter())
      },
    }),
  )
  const wrong = { name: tried && name.trim() === '', channels: tried && on.length === 0 }
  const begin = () => {
    setTried(true)
    if (name.trim() !== '' && on.length > 0)
      create.mutate({ name: name.trim(), channels: on, locales: [first, ...also.filter((each) => each !== first)] })
  }
  return (
    <FormDialog
      title={t('title')}
      lead={t('lead')}
      submit={t('create')}
      onSubmit={begin}
      onClose={onClose}
      pending={create.isPending}
      error={create.error}
      width="narrow"
    >
      <Field label={t('name')} hint={t('nameHint')} error={wrong.name ? t('nameMissing') : undefined} required>
        <TextInput value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} />
      </Field>
      <Channels on={on} onChange={setOn} error={wrong.channels ? t('channelMissing') : undefined} />
      <Languages first={first} onFirst={setFirst} also={also} onAlso={setAlso} />
    </FormDialog>
  )
}
