'use client'

import { Signature } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useTRPCClient } from '@/app/trpc/client'
import { Banner } from '@/app/ui/Banner'
import { Button } from '@/app/ui/Button'
import { Dialog } from '@/app/ui/Dialog'
import { Field } from '@/app/ui/Field'
import { TextArea } from '@/app/ui/TextArea'
import { TextInput } from '@/app/ui/TextInput'
import { useDesk } from '../desk'
import { ServerRefused } from '../draft/door'
import { asked } from '../draft/trpc-door'

/** Makes an immutable release of the draft: what changed, why, and the author's own signature by password. */
export function SubmitDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('designer.submit')
  const { findings, work, save } = useDesk()
  const form = useId()
  const { send, busy, error, done } = useSubmit()
  const must = findings.filter(({ level }) => level === 'must').length
  const blocked =
    must > 0 ? t('blocked', { count: must }) : work.conflicts.length > 0 ? t('conflicts') : save !== 'saved' ? t('unsaved') : undefined
  if (done) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('done', { version: done.version })}
        icon={<Signature />}
        lead={t('doneLead')}
        footer={<Button onClick={onClose}>{t('close')}</Button>}
      >
        <Link className="link" href={`/review/${done.hash}`}>
          {t('open', { version: done.version })}
        </Link>
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      lead={t('lead')}
      icon={<Signature />}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={busy}
            aria-disabled={blocked !== undefined || undefined}
            aria-describedby={blocked ? `${form}blocked` : undefined}
          >
            {t('sign')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => send(event, blocked === undefined)} className="flex flex-col gap-3.5">
        {blocked ? <Banner id={`${form}blocked`} state="bad" title={blocked} /> : null}
        {error ? <Banner state="bad" title={error} live /> : null}
        <Field label={t('summary')} hint={t('summaryHint')} required>
          <TextArea name="summary" required rows={2} />
        </Field>
        <Field label={t('reason')} hint={t('reasonHint')} required>
          <TextArea name="reason" required rows={2} />
        </Field>
        <Field label={t('password')} hint={t('passwordHint')} required>
          <TextInput name="password" type="password" autoComplete="current-password" required />
        </Field>
      </form>
    </Dialog>
  )
}

function useSubmit() {
  const client = useTRPCClient()
  const errors = useTranslations('errors')
  const t = useTranslations('designer.submit')
  const { flow, work } = useDesk()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [done, setDone] = useState<{ hash: string; version: number }>()
  const send = async (event: FormEvent<HTMLFormElement>, allowed: boolean) => {
    event.preventDefault()
    if (!allowed || busy) return
    const given = new FormData(event.currentTarget)
    const field = (name: string): string => String(given.get(name) ?? '')
    setBusy(true)
    setError(undefined)
    try {
      const { hash, version } = await asked(
        client.releases.submit.mutate({
          flow,
          revision: work.revision,
          summary: field('summary'),
          reason: field('reason'),
          password: field('password'),
        }),
      )
      setDone({ hash, version })
    } catch (cause) {
      setError(cause instanceof ServerRefused && errors.has(cause.message) ? errors(cause.message, cause.values) : t('lost'))
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, error, done }
}
