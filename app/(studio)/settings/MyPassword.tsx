'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Refused } from '@/app/rooms/Refused'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { Card } from '@/app/ui/Card'
import { Field } from '@/app/ui/Field'
import { TextInput } from '@/app/ui/TextInput'
import { useToast } from '@/app/ui/toast-context'

const least = 12

/** Changes one's own password. Every other sign-in of this person ends. */
export function MyPassword({ email }: { email: string }) {
  const t = useTranslations('settings.password')
  const trpc = useTRPC()
  const toast = useToast()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const change = useMutation(
    trpc.me.setPassword.mutationOptions({
      onSuccess: () => {
        setCurrent('')
        setNext('')
        setTried(false)
        toast({ text: t('done') })
      },
    }),
  )
  const short = [...next].length < least
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (current !== '' && !short && !change.isPending) change.mutate({ current, next })
  }
  return (
    <Card title={t('title')}>
      <form onSubmit={save} className="flex flex-col gap-3">
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field label={t('current')} error={tried && current === '' ? t('currentMissing') : undefined} required>
          <TextInput
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        </Field>
        <Field label={t('next')} hint={t('nextHint', { least })} error={tried && short ? t('nextShort', { least }) : undefined} required>
          <TextInput type="password" autoComplete="new-password" value={next} onChange={(event) => setNext(event.currentTarget.value)} />
        </Field>
        <Refused error={change.error} />
        <div>
          <Button type="submit" pending={change.isPending}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
