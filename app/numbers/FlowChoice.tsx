'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { Select } from '@/app/ui/Select'

export type FlowChoiceProps = {
  channel: 'voice' | 'sms'
  value: string
  onChange: (flow: string) => void
  error?: string | undefined
}

/** One of the flows that take this channel, with what callers would hear. */
export function FlowChoice({ channel, value, onChange, error }: FlowChoiceProps) {
  const t = useTranslations('numbers')
  const trpc = useTRPC()
  const flows = useQuery(trpc.flows.list.queryOptions())
  const fitting = (flows.data ?? []).filter(({ archived, channels }) => !archived && channels.includes(channel))
  const chosen = fitting.find(({ id }) => id === value)
  const hint = chosen ? (chosen.live ? t('bind.hears', { version: chosen.live.version }) : t('bind.hearsSafe')) : undefined
  return (
    <Field label={t('bind.flow')} hint={hint} error={error} required>
      <Select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('bind.choose')}</option>
        {fitting.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
