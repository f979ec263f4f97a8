'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/app/ui/Field'
import { TextInput } from '@/app/ui/TextInput'

export type PasswordFieldProps = {
  /** Whose password; shown, and told to password managers. */
  email: string
  value: string
  onChange: (value: string) => void
}

/** Proves again who is acting. Asked at every act that is signed, also when one is signed in. */
export function PasswordField({ email, value, onChange }: PasswordFieldProps) {
  const t = useTranslations('rooms')
  return (
    <Field label={t('confirm')} hint={t('confirmHint', { email })} required>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextInput
        type="password"
        autoComplete="current-password"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        required
      />
    </Field>
  )
}
