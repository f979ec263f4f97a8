'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { signIn } from '@/app/server/auth/actions'
import { Banner } from '@/app/ui/Banner'
import { Button } from '@/app/ui/Button'
import { Field } from '@/app/ui/Field'
import { TextInput } from '@/app/ui/TextInput'

type Answer = { error?: string; email: string }

/** E-mail and password. What was wrong is said above the fields; the e-mail stays typed. */
export function LoginForm() {
  const t = useTranslations('login')
  const [{ error, email }, submit, pending] = useActionState<Answer, FormData>(attempt, { email: '' })
  const said = error && t.has(`error.${error}`) ? t(`error.${error}`) : error ? t('error.unavailable') : undefined
  return (
    <form action={submit} className="flex flex-col gap-3.5">
      {said ? <Banner state="bad" title={said} live /> : null}
      <Field label={t('email')}>
        <TextInput name="email" type="email" autoComplete="username" defaultValue={email} required spellCheck={false} />
      </Field>
      <Field label={t('password')}>
        <TextInput name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="mt-1 w-full">
        {t('submit')}
      </Button>
    </form>
  )
}

/* A form with an action is emptied when it answers; the e-mail is handed back so that only the password is typed again. */
async function attempt(before: Answer, form: FormData): Promise<Answer> {
  return { ...(await signIn(before, form)), email: String(form.get('email') ?? '') }
}
