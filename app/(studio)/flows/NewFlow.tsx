'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Channel } from '#flows/ids'
import { languageName } from '@/app/designer/reading/languages'
import { FormDialog } from '@/app/rooms/FormDialog'
import { spokenLanguages } from '@/app/rooms/spoken-languages'
import { useTRPC } from '@/app/trpc/client'
import { Checkbox } from '@/app/ui/Checkbox'
import { Field } from '@/app/ui/Field'
import { Select } from '@/app/ui/Select'
import { TextInput } from '@/app/ui/TextInput'

const channels = ['voice', 'sms'] as const
/** Offered at once; every other language can be the first one, or comes later in the designer. */
const often = ['en-US', 'es-US', 'zh-CN']

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
    if (name.trim() !== '' && on.length > 0) create.mutate({ name: name.trim(), channels: on, locales: [first, ...also.filter((each) => each !== first)] })
  }
  const toggle = <Item extends string>(list: Item[], item: Item): Item[] => (list.includes(item) ? list.filter((each) => each !== item) : [...list, item])
  return (
    <FormDialog title={t('title')} lead={t('lead')} submit={t('create')} onSubmit={begin} onClose={onClose} pending={create.isPending} error={create.error} width="narrow">
      <Field label={t('name')} hint={t('nameHint')} error={wrong.name ? t('nameMissing') : undefined} required>
        <TextInput value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} />
      </Field>
      <fieldset>
        <legend className="mb-1 font-semibold text-hint">{t('channels')}</legend>
        {channels.map((channel) => (
          <Checkbox key={channel} checked={on.includes(channel)} onChange={() => setOn(toggle(on, channel))}>
            {t(`channel.${channel}`)}
          </Checkbox>
        ))}
        {wrong.channels ? (
          <p role="alert" className="mt-1 text-bad text-hint">
            {t('channelMissing')}
          </p>
        ) : null}
      </fieldset>
      <Field label={t('first')} hint={t('firstHint')}>
        <Select value={first} onChange={(event) => setFirst(event.currentTarget.value)}>
          {spokenLanguages.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {languageName(locale, spokenLanguages)}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset>
        <legend className="mb-1 font-semibold text-hint">{t('also')}</legend>
        {often
          .filter((locale) => locale !== first)
          .map((locale) => (
            <Checkbox key={locale} checked={also.includes(locale)} onChange={() => setAlso(toggle(also, locale))}>
              <span lang={locale}>{languageName(locale, spokenLanguages)}</span>
            </Checkbox>
          ))}
      </fieldset>
    </FormDialog>
  )
}
