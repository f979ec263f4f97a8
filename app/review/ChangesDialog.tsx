'use client'

import { useMutation } from '@tanstack/react-query'
import { MessageSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { useDone } from '@/app/rooms/useDone'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { TextArea } from '@/app/ui/TextArea'

/** Gives the release back to its authors. What is wanted must be said. */
export function ChangesDialog({ release, onClose }: { release: ReleaseDetail; onClose: () => void }) {
  const t = useTranslations('review')
  const trpc = useTRPC()
  const done = useDone(onClose)
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const ask = useMutation(
    trpc.releases.requestChanges.mutationOptions({
      onSuccess: () => done(t('changes.done', { by: release.submittedBy })),
    }),
  )
  const send = () => {
    setTried(true)
    if (comment.trim() !== '') ask.mutate({ hash: release.hash, comment: comment.trim() })
  }
  return (
    <FormDialog
      title={t('changes.title', { flow: release.flowName, version: release.version })}
      lead={t('changes.lead')}
      icon={<MessageSquare />}
      submit={t('changes.submit')}
      onSubmit={send}
      onClose={onClose}
      pending={ask.isPending}
      error={ask.error}
    >
      <Field
        label={t('changes.comment')}
        hint={t('changes.hint')}
        error={tried && comment.trim() === '' ? t('changes.missing') : undefined}
        required
      >
        <TextArea value={comment} onChange={(event) => setComment(event.currentTarget.value)} maxLength={2_000} rows={4} />
      </Field>
    </FormDialog>
  )
}
