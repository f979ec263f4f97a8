'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, Signature } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { languageName } from '@/app/designer/reading/languages'
import { Fact, Facts } from '@/app/rooms/Facts'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { PasswordField } from '@/app/rooms/PasswordField'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { Fingerprint } from '@/app/ui/Fingerprint'
import { TextArea } from '@/app/ui/TextArea'
import { useToast } from '@/app/ui/toast-context'
import { Signer } from './Signer'
import { SignedBefore } from './SignedBefore'
import { type Section, sections } from './sections'

export type SignDialogProps = { release: ReleaseDetail; person: Person; opened: readonly Section[]; onClose: () => void }

/** The ceremony: what is signed, to the last sign of its fingerprint; what the signature means; the exact sentence; who signed before. */
export function SignDialog({ release, person, opened, onClose }: SignDialogProps) {
  const t = useTranslations('review')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const locale = useLocale()
  const format = useFormatter()
  const [comment, setComment] = useState('')
  const [password, setPassword] = useState('')
  const names = { flow: release.flowName, version: release.version }
  const languages = format.list(release.manifest.locales.map((each) => languageName(each, release.manifest.locales)))
  const statement = t('sign.statement', { ...names, languages })
  const approve = useMutation(
    trpc.releases.approve.mutationOptions({
      onSuccess: async () => {
        onClose()
        toast({ text: t('sign.done', names) })
        await queries.invalidateQueries()
      },
    }),
  )
  const sign = () =>
    approve.mutate({ hash: release.hash, password, meaning: 'Approved-for-patient-use', statement, comment: comment.trim(), view: { locale, opened: [...opened] } })
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
        <div className="flex flex-col gap-3">
          <h3 className="font-semibold text-hint text-text-2">{t('sign.what')}</h3>
          <Facts>
            <Fact name={t('sign.fingerprint')}>
              <Fingerprint hash={release.hash} />
            </Fact>
            <Fact name={t('sign.shown')}>{t('sign.shownParts', { opened: opened.length, all: sections.length, languages })}</Fact>
            <Fact name={t('sign.compared')}>
              {release.base ? (
                <>
                  {t('release', { version: release.base.version })}, <Fingerprint hash={release.base.hash} short />
                </>
              ) : (
                t('compared.first')
              )}
            </Fact>
            <Fact name={t('sign.part')}>
              <span className="inline-flex items-start gap-1.5">
                <CircleCheck className="mt-0.5 size-3.5 text-ok" aria-hidden="true" />
                {t('sign.partNone')}
              </span>
            </Fact>
          </Facts>
          <SignedBefore signatures={release.signatures} />
        </div>
        <div className="flex flex-col gap-3">
          <h3 className="font-semibold text-hint text-text-2">{t('sign.means')}</h3>
          <div className="rounded-control border border-ink bg-ink-soft px-3 py-2 inset-ring inset-ring-ink">
            <b>{t('meaning.Approved-for-patient-use')}</b>
            <p className="text-hint text-text-2">{t('sign.meansHint')}</p>
          </div>
          <p className="border-ink border-l-[3px] pl-3 text-panel leading-6">{statement}</p>
        </div>
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
