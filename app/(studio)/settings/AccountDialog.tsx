'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { AccountLine } from '@/app/rooms/outputs'
import { useDone } from '@/app/rooms/useDone'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { TextInput } from '@/app/ui/TextInput'

const tokenLook = /^[\x21-\x7e]{16,128}$/

/** A Twilio account's SID, name and tokens. Two tokens hold while one is replaced by the other. */
export function AccountDialog({ account, onClose }: { account: AccountLine | undefined; onClose: () => void }) {
  const t = useTranslations('settings.accounts')
  const trpc = useTRPC()
  const done = useDone(onClose)
  const [given, setGiven] = useState({ sid: account?.sid ?? '', name: account?.name ?? '', first: '', second: '' })
  const [tried, setTried] = useState(false)
  const put = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }))
  const save = useMutation(
    trpc.accounts.save.mutationOptions({
      onSuccess: () => done(t('done')),
    }),
  )
  const wrong = {
    sid: !/^AC[0-9a-f]{32}$/i.test(given.sid.trim()),
    name: given.name.trim() === '',
    first: !tokenLook.test(given.first.trim()),
    second: given.second !== '' && !tokenLook.test(given.second.trim()),
  }
  const send = () => {
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    save.mutate({
      sid: given.sid.trim(),
      name: given.name.trim(),
      authTokens: [given.first.trim(), ...(given.second ? [given.second.trim()] : [])],
    })
  }
  return (
    <FormDialog
      title={account ? t('editTitle', { name: account.name }) : t('addTitle')}
      lead={t('lead')}
      submit={t('submit')}
      onSubmit={send}
      onClose={onClose}
      pending={save.isPending}
      error={save.error}
    >
      <AccountFields given={given} put={put} wrong={tried ? wrong : undefined} known={account !== undefined} />
    </FormDialog>
  )
}

type Given = { sid: string; name: string; first: string; second: string }
type AccountFieldsProps = {
  given: Given
  put: (part: Partial<Given>) => void
  wrong: Record<keyof Given, boolean> | undefined
  known: boolean
}

function AccountFields({ given, put, wrong, known }: AccountFieldsProps) {
  const t = useTranslations('settings.accounts')
  return (
    <>
      <Field label={t('name')} error={wrong?.name ? t('nameMissing') : undefined} required>
        <TextInput value={given.name} onChange={(event) => put({ name: event.currentTarget.value })} maxLength={120} autoComplete="off" />
      </Field>
      <Field
        label={t('sid')}
        hint={t('sidHint')}
        error={wrong?.sid ? t('sidWrong') : undefined}
        locked={known ? t('sidLocked') : undefined}
        required
      >
        <TextInput
          value={given.sid}
          onChange={(event) => put({ sid: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
          mono
        />
      </Field>
      <Field label={t('first')} hint={t('firstHint')} error={wrong?.first ? t('tokenWrong') : undefined} required>
        <TextInput
          type="password"
          value={given.first}
          onChange={(event) => put({ first: event.currentTarget.value })}
          autoComplete="off"
          mono
        />
      </Field>
      <Field label={t('second')} hint={t('secondHint')} error={wrong?.second ? t('tokenWrong') : undefined}>
        <TextInput
          type="password"
          value={given.second}
          onChange={(event) => put({ second: event.currentTarget.value })}
          autoComplete="off"
          mono
        />
      </Field>
    </>
  )
}
