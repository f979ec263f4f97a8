'use client'

import { useTranslations } from 'next-intl'
import type { AccountLine } from '@/app/rooms/outputs'
import { Field } from '@/app/ui/Field'
import { Select } from '@/app/ui/Select'
import { TextInput } from '@/app/ui/TextInput'
import { FlowChoice } from './FlowChoice'

/** What is typed about a new number. */
export type Given = {
  account: string
  number: string
  channel: 'voice' | 'sms'
  flow: string
  humanNumber: string
  emergencyNumber: string
  keywordReplies: 'carrier' | 'ours'
}

export type Wrong = Record<'number' | 'flow' | 'humanNumber' | 'emergencyNumber', boolean>

type FieldsProps = { given: Given; put: (part: Partial<Given>) => void; wrong: Wrong | undefined }

/** The number and what it rings, then whom callers reach when nothing works. */
export function NumberFields({ accounts, ...fields }: FieldsProps & { accounts: readonly AccountLine[] }) {
  const t = useTranslations('numbers')
  const { given, put, wrong } = fields
  return (
    <>
      <Field label={t('add.account')}>
        <Select value={given.account} onChange={(event) => put({ account: event.currentTarget.value })}>
          {accounts.map(({ id, name, sid }) => (
            <option key={id} value={id}>
              {name} ({sid.slice(0, 8)}…)
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('add.number')} hint={t('add.numberHint')} error={wrong?.number ? t('add.numberWrong') : undefined} required>
          <TextInput type="tel" value={given.number} onChange={(event) => put({ number: event.currentTarget.value })} />
        </Field>
        <Field label={t('bind.channel')}>
          <Select value={given.channel} onChange={(event) => put({ channel: event.currentTarget.value === 'sms' ? 'sms' : 'voice' })}>
            <option value="voice">{t('channel.voice')}</option>
            <option value="sms">{t('channel.sms')}</option>
          </Select>
        </Field>
      </div>
      <FlowChoice
        channel={given.channel}
        value={given.flow}
        onChange={(flow) => put({ flow })}
        error={wrong?.flow ? t('bind.flowMissing') : undefined}
      />
      <SafeFields {...fields} />
    </>
  )
}

function SafeFields({ given, put, wrong }: FieldsProps) {
  const t = useTranslations('numbers')
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('add.human')} hint={t('add.humanHint')} error={wrong?.humanNumber ? t('add.numberWrong') : undefined}>
          <TextInput type="tel" value={given.humanNumber} onChange={(event) => put({ humanNumber: event.currentTarget.value })} />
        </Field>
        <Field
          label={t('add.emergency')}
          hint={t('add.emergencyHint')}
          error={wrong?.emergencyNumber ? t('add.numberWrong') : undefined}
          required
        >
          <TextInput type="tel" value={given.emergencyNumber} onChange={(event) => put({ emergencyNumber: event.currentTarget.value })} />
        </Field>
      </div>
      {given.channel === 'sms' ? (
        <Field label={t('add.keywords')} hint={t('add.keywordsHint')}>
          <Select
            value={given.keywordReplies}
            onChange={(event) => put({ keywordReplies: event.currentTarget.value === 'ours' ? 'ours' : 'carrier' })}
          >
            <option value="carrier">{t('add.keywordsCarrier')}</option>
            <option value="ours">{t('add.keywordsOurs')}</option>
          </Select>
        </Field>
      ) : null}
    </>
  )
}
