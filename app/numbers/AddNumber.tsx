'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { AccountLine } from '@/app/rooms/outputs'
import { useDone } from '@/app/rooms/useDone'
import { useTRPC } from '@/app/trpc/client'
import { type Given, NumberFields, type Wrong } from './NumberFields'

/** As people type a number: blanks, brackets and hyphens are dropped. */
const plain = (number: string): string => number.replace(/[\s().-]/g, '')

/** A number of a Twilio account, the flow it rings, and whom callers reach when nothing works. */
export function AddNumber({ accounts, onClose }: { accounts: readonly AccountLine[]; onClose: () => void }) {
  const t = useTranslations('numbers')
  const trpc = useTRPC()
  const done = useDone(onClose)
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
      onSuccess: () => done(t('add.done')),
    }),
  )
  const wrong = wrongIn(given)
  const send = () => {
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    const { humanNumber, number, emergencyNumber, ...rest } = given
    add.mutate({
      ...rest,
      number: plain(number),
      emergencyNumber: plain(emergencyNumber),
      ...(humanNumber && { humanNumber: plain(humanNumber) }),
      alias: 'live',
    })
  }
  return (
    <FormDialog
      title={t('add.title')}
      lead={t('add.lead')}
      submit={t('add.submit')}
      onSubmit={send}
      onClose={onClose}
      pending={add.isPending}
      error={add.error}
    >
      <NumberFields given={given} put={put} wrong={tried ? wrong : undefined} accounts={accounts} />
    </FormDialog>
  )
}

function wrongIn({ number, flow, humanNumber, emergencyNumber }: Given): Wrong {
  const dialled = /^\+?[0-9]{2,15}$/
  return {
    number: !/^\+[1-9]\d{6,14}$/.test(plain(number)),
    flow: flow === '',
    humanNumber: humanNumber !== '' && !dialled.test(plain(humanNumber)),
    emergencyNumber: !dialled.test(plain(emergencyNumber)),
  }
}
