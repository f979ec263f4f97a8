'use client'

import { useMutation } from '@tanstack/react-query'
import { Signature } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { languageName } from '@/app/designer/reading/languages'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { PasswordField } from '@/app/rooms/PasswordField'
import { useDone } from '@/app/rooms/useDone'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { TextArea } from '@/app/ui/TextArea'
import { Signer } from './Signer'
import type { Section } from './sections'
import { WhatIsSigned, WhatItMeans } from './WhatIsSigned'

export type SignDialogProps = { release: ReleaseDetail; person: Person; opened: readonly Section[]; onClose: () => void }

/** The ceremony: what is signed, to the last sign of its fingerprint; what the signature means; the exact sentence; who signed before. */
export function SignDialog({ release, person, opened, onClose }: SignDialogProps) {
  const t = useTranslations('review')
  const trpc = useTRPC()
  const done = useDone(onClose)
  const locale = useLocale()
  const format = useFormatter()
  const [comment, setComment] = useState('')
  const [password, setPassword] = useState('')
  const names = { flow: release.flowName, version: release.version }
  const languages = format.list(release.manifest.locales.map((each) => languageName(each, release.manifest.locales)))
  const statement = release.approvalStatements[locale]
  const approve = useMutation(
    trpc.releases.approve.mutationOptions({
      onSuccess: () => done(t('sign.done', names)),
    }),
  )
  const sign = () =>
    approve.mutate({
      hash: release.hash,
      password,
      meaning: 'Approved-for-patient-use',
      statement,
      comment: comment.trim(),
      view: { locale, opened: [...opened] },
    })
  return (
    <FormDialog
      width="wide"
      icon={<Signature />}
      title={t('sign.title', names)}
      lead={t('sign.lead')}
      submit={t('sign.submit')}
      submitIcon={<Signature />}
      onSubmit={sign}
      onClose={onClose}
      pending={approve.isPending}
      error={approve.error}
      signer={<Signer person={person} />}
    >
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <WhatIsSigned release={release} opened={opened} languages={languages} />
        <WhatItMeans statement={statement} />
      </div>
      <div className="grid gap-x-8 gap-y-4 border-line border-t pt-4 lg:grid-cols-2">
        <Field label={t('sign.comment')}>
          <TextArea value={comment} onChange={(event) => setComment(event.currentTarget.value)} maxLength={4_000} rows={2} />
        </Field>
        <PasswordField email={person.email} value={password} onChange={setPassword} />
      </div>
    </FormDialog>
  )
}
