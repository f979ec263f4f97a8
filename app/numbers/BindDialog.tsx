'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { NumberLine } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'
import { useDone } from '@/app/rooms/useDone'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { Select } from '@/app/ui/Select'
import { TextInput } from '@/app/ui/TextInput'
import { FlowChoice } from './FlowChoice'

/** Lets a number ring another flow, on one channel. */
export function BindDialog({ line, onClose }: { line: NumberLine; onClose: () => void }) {
  const t = useTranslations('numbers')
  const trpc = useTRPC()
  const done = useDone(onClose)
  const [channel, setChannel] = useState(line.channel ?? ('voice' as const))
  const [flow, setFlow] = useState(line.flow ?? '')
  const [alias, setAlias] = useState(line.alias ?? 'live')
  const [tried, setTried] = useState(false)
  const named = readableNumber(line.number)
  const bind = useMutation(
    trpc.numbers.bind.mutationOptions({
      onSuccess: () => done(t('bind.done', { number: named })),
    }),
  )
  const wrong = aliasIsWrong(alias)
  const send = () => {
    setTried(true)
    if (flow !== '' && !wrong) bind.mutate({ number: line.number, channel, flow, alias })
  }
  return (
    <FormDialog
      width="narrow"
      title={t('bind.title', { number: named })}
      lead={t('bind.lead')}
      submit={t('bind.submit')}
      onSubmit={send}
      onClose={onClose}
      pending={bind.isPending}
      error={bind.error}
    >
      <Field label={t('bind.channel')}>
        <Select value={channel} onChange={(event) => setChannel(event.currentTarget.value === 'sms' ? 'sms' : 'voice')}>
          <option value="voice">{t('channel.voice')}</option>
          <option value="sms">{t('channel.sms')}</option>
        </Select>
      </Field>
      <FlowChoice channel={channel} value={flow} onChange={setFlow} error={tried && flow === '' ? t('bind.flowMissing') : undefined} />
      <Field label={t('bind.alias')} hint={t('bind.aliasHint')} error={tried && wrong ? t('bind.aliasWrong') : undefined}>
        <TextInput value={alias} onChange={(event) => setAlias(event.currentTarget.value)} maxLength={40} mono />
      </Field>
    </FormDialog>
  )
}

const aliasIsWrong = (alias: string): boolean => !/^[a-z][a-z0-9-]{0,39}$/.test(alias)
