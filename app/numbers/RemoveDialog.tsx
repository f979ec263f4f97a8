'use client'

import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { NumberLine } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'
import { useDone } from '@/app/rooms/useDone'
import { useTRPC } from '@/app/trpc/client'

/** Takes a channel of a number away, or the number where it rings nothing. */
export function RemoveDialog({ line: { number, channel, flowName }, onClose }: { line: NumberLine; onClose: () => void }) {
  const t = useTranslations('numbers.remove')
  const trpc = useTRPC()
  const done = useDone(onClose)
  const named = readableNumber(number)
  const remove = useMutation(
    trpc.numbers.remove.mutationOptions({
      onSuccess: () => done(t('done', { number: named })),
    }),
  )
  return (
    <FormDialog
      width="narrow"
      title={t('title', { number: named, channel: channel ?? 'none' })}
      lead={flowName ? t('lead', { flow: flowName }) : t('leadUnbound')}
      submit={t('submit')}
      submitIcon={<Trash2 />}
      submitLook="danger"
      onSubmit={() => remove.mutate({ number, ...(channel && { channel }) })}
      onClose={onClose}
      pending={remove.isPending}
      error={remove.error}
    >
      <p>{t('text')}</p>
    </FormDialog>
  )
}
