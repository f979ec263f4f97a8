'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Asked } from '@/app/rooms/Asked'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { PasswordField } from '@/app/rooms/PasswordField'
import { readableNumber } from '@/app/rooms/phone-number'
import { useDone } from '@/app/rooms/useDone'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { Checkbox } from '@/app/ui/Checkbox'
import { Field } from '@/app/ui/Field'
import { TextArea } from '@/app/ui/TextArea'
import { Signer } from './Signer'

/** The kill switch. Says in figures whom it reaches, before anybody decides. */
export function WithdrawDialog({ release, person, onClose }: { release: ReleaseDetail; person: Person; onClose: () => void }) {
  const t = useTranslations('review')
  const trpc = useTRPC()
  const done = useDone(onClose)
  const impact = useQuery(trpc.releases.withdrawalImpact.queryOptions({ hash: release.hash }, { staleTime: 0 }))
  const [reason, setReason] = useState('')
  const [stopNow, setStopNow] = useState(false)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const withdraw = useMutation(
    trpc.releases.withdraw.mutationOptions({
      onSuccess: () => done(t('withdraw.done', { version: release.version })),
    }),
  )
  const send = () => {
    setTried(true)
    if (reason.trim() !== '') withdraw.mutate({ hash: release.hash, reason: reason.trim(), stopNow, password })
  }
  return (
    <FormDialog
      title={t('withdraw.title', { flow: release.flowName, version: release.version })}
      lead={t('withdraw.lead')}
      icon={<Ban />}
      submit={t('withdraw.submit')}
      submitIcon={<Ban />}
      submitLook="danger"
      onSubmit={send}
      onClose={onClose}
      pending={withdraw.isPending}
      error={withdraw.error}
      signer={<Signer person={person} />}
    >
      <Asked query={impact} failed={t('withdraw.failed')} shape="lines" count={2}>
        {({ numbers, openSessions, pinnedBy }) => (
          <ul className="list-disc ps-4.5">
            <li>{t('withdraw.numbers', { count: numbers.length, numbers: numbers.map(readableNumber).join(', ') })}</li>
            <li>{t(stopNow ? 'withdraw.stopped' : 'withdraw.finish', { count: openSessions })}</li>
            {pinnedBy.map(({ hash, flowName, version }) => (
              <li key={hash}>{t('withdraw.pinned', { flow: flowName, version })}</li>
            ))}
          </ul>
        )}
      </Asked>
      <Checkbox checked={stopNow} onChange={(event) => setStopNow(event.currentTarget.checked)} hint={t('withdraw.stopHint')}>
        {t('withdraw.stop')}
      </Checkbox>
      <Field label={t('withdraw.reason')} error={tried && reason.trim() === '' ? t('withdraw.reasonMissing') : undefined} required>
        <TextArea value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={2_000} rows={2} />
      </Field>
      <PasswordField email={person.email} value={password} onChange={setPassword} />
    </FormDialog>
  )
}
