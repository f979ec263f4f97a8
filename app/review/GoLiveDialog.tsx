'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowRight, Rocket } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Fact, Facts } from '@/app/rooms/Facts'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { NumberLine, ReleaseDetail } from '@/app/rooms/outputs'
import { PasswordField } from '@/app/rooms/PasswordField'
import { readableNumber } from '@/app/rooms/phone-number'
import { useDone } from '@/app/rooms/useDone'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { Fingerprint } from '@/app/ui/Fingerprint'
import { Select } from '@/app/ui/Select'
import { TextArea } from '@/app/ui/TextArea'
import { SignedBefore } from './SignedBefore'
import { Signer } from './Signer'

/** Lets an alias, and the numbers bound to it, lead to this release. Shows what it replaces. */
export function GoLiveDialog({ release, person, onClose }: { release: ReleaseDetail; person: Person; onClose: () => void }) {
  const t = useTranslations('review')
  const trpc = useTRPC()
  const done = useDone(onClose)
  const numbers = useQuery(trpc.numbers.list.queryOptions())
  const [alias, setAlias] = useState('live')
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const names = { flow: release.flowName, version: release.version }
  const own = (numbers.data ?? []).filter(({ flow }) => flow === release.flow)
  const aliases = [...new Set(['live', ...own.flatMap((line) => line.alias ?? [])])]
  const point = useMutation(
    trpc.releases.point.mutationOptions({
      onSuccess: ({ numbers: rung }) => done(t('point.done', { ...names, count: rung.length })),
    }),
  )
  const send = () => {
    setTried(true)
    if (reason.trim() !== '') point.mutate({ flow: release.flow, alias, hash: release.hash, password, reason: reason.trim() })
  }
  return (
    <FormDialog
      title={t('point.title', names)}
      lead={t('point.lead')}
      icon={<Rocket />}
      submit={t('point.submit')}
      onSubmit={send}
      onClose={onClose}
      pending={point.isPending}
      error={point.error}
      signer={<Signer person={person} />}
    >
      <Field label={t('point.alias')} hint={t('point.aliasHint')}>
        <Select value={alias} onChange={(event) => setAlias(event.currentTarget.value)}>
          {aliases.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      </Field>
      <Replaced lines={own.filter((line) => line.alias === alias)} release={release} />
      <Facts>
        <Fact name={t('sign.fingerprint')}>
          <Fingerprint hash={release.hash} />
        </Fact>
      </Facts>
      <SignedBefore signatures={release.signatures} />
      <Field label={t('point.reason')} error={tried && reason.trim() === '' ? t('point.reasonMissing') : undefined} required>
        <TextArea value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={2_000} rows={2} />
      </Field>
      <PasswordField email={person.email} value={password} onChange={setPassword} />
    </FormDialog>
  )
}

function Replaced({ lines, release }: { lines: NumberLine[]; release: ReleaseDetail }) {
  const t = useTranslations('review')
  if (lines.length === 0) return <p className="text-warn">{t('point.noNumber')}</p>
  return (
    <ul className="overflow-hidden rounded-control border border-line">
      {lines.map(({ number, channel, release: now, state }) => (
        <li
          key={`${number} ${channel ?? ''}`}
          className="flex flex-wrap items-center gap-x-2.5 border-line border-b px-3 py-1.5 last:border-b-0"
        >
          <b className="tabular-nums">{readableNumber(number)}</b>
          <span className="ms-auto text-text-2">{now && state === 'live' ? t('release', { version: now.version }) : t('point.safe')}</span>
          <ArrowRight className="size-3.5 text-text-3" aria-label={t('point.becomes')} />
          <b className="text-ink-text">{t('release', { version: release.version })}</b>
        </li>
      ))}
    </ul>
  )
}
