'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { AccountLine } from '@/app/rooms/outputs'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { Select } from '@/app/ui/Select'
import { TextInput } from '@/app/ui/TextInput'
import { useToast } from '@/app/ui/toast-context'
import { FlowChoice } from './FlowChoice'

type Given = { account: string; number: string; channel: 'voice' | 'sms'; flow: string; humanNumber: string; emergencyNumber: string; keywordReplies: 'carrier' | 'ours' }

/** As people type a number: blanks, brackets and hyphens are dropped. */
const plain = (number: string): string => number.replace(/[\s().-]/g, '')

/** A number of a Twilio account, the flow it rings, and whom callers reach when nothing works. */
export function AddNumber({ accounts, onClose }: { accounts: readonly AccountLine[]; onClose: () => void }) {
  const t = useTranslations('numbers')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [given, setGiven] = useState<Given>({
    account: accounts[0]?.id ?? '',
    number: '',
    channel: 'voice',
    flow: '',
    humanNumber: '',
    emergencyNumber: '911',
    keywordReplies: 'carrier',
  })
  const [tried, setTried] = useState(false)
  const put = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }))
  const add = useMutation(
    trpc.numbers.add.mutationOptions({
      onSuccess: async () => {
        onClose()
        toast({ text: t('add.done') })
        await queries.invalidateQueries()
      },
    }),
  )
  const wrong = wrongIn(given)
  const send = () => {
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    const { humanNumber, number, emergencyNumber, ...rest } = given
    add.mutate({ ...rest, number: plain(number), emergencyNumber: plain(emergencyNumber), ...(humanNumber && { humanNumber: plain(humanNumber) }), alias: 'live' })
  }
  return (
    <FormDialog title={t('add.title')} lead={t('add.lead')} submit={t('add.submit')} onSubmit={send} onClose={onClose} pending={add.isPending} error={add.error}>
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
        <Field label={t('add.number')} hint={t('add.numberHint')} error={tried && wrong.number ? t('add.numberWrong') : undefined} required>
          <TextInput type="tel" value={given.number} onChange={(event) => put({ number: event.currentTarget.value })} />
        </Field>
        <Field label={t('bind.channel')}>
          <Select value={given.channel} onChange={(event) => put({ channel: event.currentTarget.value === 'sms' ? 'sms' : 'voice' })}>
            <option value="voice">{t('channel.voice')}</option>
            <option value="sms">{t('channel.sms')}</option>
          </Select>
        </Field>
      </div>
      <FlowChoice channel={given.channel} value={given.flow} onChange={(flow) => put({ flow })} error={tried && wrong.flow ? t('bind.flowMissing') : undefined} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('add.human')} hint={t('add.humanHint')} error={tried && wrong.humanNumber ? t('add.numberWrong') : undefined}>
          <TextInput type="tel" value={given.humanNumber} onChange={(event) => put({ humanNumber: event.currentTarget.value })} />
        </Field>
        <Field label={t('add.emergency')} hint={t('add.emergencyHint')} error={tried && wrong.emergencyNumber ? t('add.numberWrong') : undefined} required>
          <TextInput type="tel" value={given.emergencyNumber} onChange={(event) => put({ emergencyNumber: event.currentTarget.value })} />
        </Field>
      </div>
      {given.channel === 'sms' ? (
        <Field label={t('add.keywords')} hint={t('add.keywordsHint')}>
          <Select value={given.keywordReplies} onChange={(event) => put({ keywordReplies: event.currentTarget.value === 'ours' ? 'ours' : 'carrier' })}>
            <option value="carrier">{t('add.keywordsCarrier')}</option>
            <option value="ours">{t('add.keywordsOurs')}</option>
          </Select>
        </Field>
      ) : null}
    </FormDialog>
  )
}

function wrongIn({ number, flow, humanNumber, emergencyNumber }: Given): Record<'number' | 'flow' | 'humanNumber' | 'emergencyNumber', boolean> {
  const dialled = /^\+?[0-9]{2,15}$/
  return {
    number: !/^\+[1-9]\d{6,14}$/.test(plain(number)),
    flow: flow === '',
    humanNumber: humanNumber !== '' && !dialled.test(plain(humanNumber)),
    emergencyNumber: !dialled.test(plain(emergencyNumber)),
  }
}
