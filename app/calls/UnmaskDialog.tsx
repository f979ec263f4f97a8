'use client'

import { useMutation } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { CallDetail } from '@/app/rooms/outputs'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { TextArea } from '@/app/ui/TextArea'

/** Shows what is hidden to who says why. The reason and the name stand in the audit log before anything is shown. */
export function UnmaskDialog({
  session,
  onClose,
  onUnmask,
}: {
  session: string
  onClose: () => void
  onUnmask: (call: CallDetail) => void
}) {
  const t = useTranslations('calls.unmask')
  const trpc = useTRPC()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const unmask = useMutation(
    trpc.calls.unmask.mutationOptions({
      onSuccess: (call) => {
        onUnmask(call)
        onClose()
      },
    }),
  )
  const send = () => {
    setTried(true)
    if (reason.trim() !== '') unmask.mutate({ session, reason: reason.trim() })
  }
  return (
    <FormDialog
      width="narrow"
      title={t('title')}
      lead={t('lead')}
      icon={<Eye />}
      submit={t('submit')}
      onSubmit={send}
      onClose={onClose}
      pending={unmask.isPending}
      error={unmask.error}
    >
      <Field label={t('reason')} hint={t('hint')} error={tried && reason.trim() === '' ? t('missing') : undefined} required>
        <TextArea value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={2_000} rows={2} />
      </Field>
    </FormDialog>
  )
}
