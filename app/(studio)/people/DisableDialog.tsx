'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { PersonLine } from '@/app/rooms/outputs'
import { useDone } from '@/app/rooms/useDone'
import { useTRPC } from '@/app/trpc/client'

/** Closes an account, or opens it again. What the person signed stays signed. */
export function DisableDialog({ line, onClose }: { line: PersonLine; onClose: () => void }) {
  const t = useTranslations('people.disable')
  const trpc = useTRPC()
  const done = useDone(onClose)
  const state = line.disabled ? 'open' : 'close'
  const change = useMutation(
    trpc.people.setDisabled.mutationOptions({
      onSuccess: () => done(t('done', { name: line.name, state })),
    }),
  )
  return (
    <FormDialog
      width="narrow"
      title={t('title', { name: line.name, state })}
      lead={t('lead', { state })}
      submit={t('submit', { state })}
      submitLook={line.disabled ? 'primary' : 'danger'}
      onSubmit={() => change.mutate({ id: line.id, disabled: !line.disabled })}
      onClose={onClose}
      pending={change.isPending}
      error={change.error}
    />
  )
}
