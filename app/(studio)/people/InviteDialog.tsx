'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Role } from '#flows/release/permissions'
import { FormDialog } from '@/app/rooms/FormDialog'
import { useTRPC } from '@/app/trpc/client'
import { Field } from '@/app/ui/Field'
import { TextInput } from '@/app/ui/TextInput'
import type { Told } from './PeopleRoom'
import { RoleChoice } from './RoleChoice'

/** Opens an account. Its first password is shown once, to be handed over. */
export function InviteDialog({ onClose, onTold }: { onClose: () => void; onTold: (told: Told) => void }) {
  const t = useTranslations('people')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [given, setGiven] = useState({ name: '', email: '', title: '' })
  const [roles, setRoles] = useState<Role[]>([])
  const [tried, setTried] = useState(false)
  const invite = useMutation(
    trpc.people.invite.mutationOptions({
      onSuccess: async ({ temporaryPassword }) => {
        onClose()
        onTold({ name: given.name, email: given.email, password: temporaryPassword })
        await queries.invalidateQueries()
      },
    }),
  )
  const wrong = { name: given.name.trim() === '', email: !/^\S+@\S+\.\S+$/.test(given.email.trim()), roles: roles.length === 0 }
  const send = () => {
    setTried(true)
    if (!wrong.name && !wrong.email && !wrong.roles)
      invite.mutate({ name: given.name.trim(), email: given.email.trim(), title: given.title.trim(), roles })
  }
  const put = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }))
  return (
    <FormDialog
      title={t('invite.title')}
      lead={t('invite.lead')}
      submit={t('invite.submit')}
      onSubmit={send}
      onClose={onClose}
      pending={invite.isPending}
      error={invite.error}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('invite.name')}
          hint={t('invite.nameHint')}
          error={tried && wrong.name ? t('invite.nameMissing') : undefined}
          required
        >
          <TextInput value={given.name} onChange={(event) => put({ name: event.currentTarget.value })} maxLength={120} autoComplete="off" />
        </Field>
        <Field label={t('invite.function')} hint={t('invite.functionHint')}>
          <TextInput
            value={given.title}
            onChange={(event) => put({ title: event.currentTarget.value })}
            maxLength={120}
            autoComplete="off"
          />
        </Field>
      </div>
      <Field label={t('invite.email')} error={tried && wrong.email ? t('invite.emailWrong') : undefined} required>
        <TextInput
          type="email"
          value={given.email}
          onChange={(event) => put({ email: event.currentTarget.value })}
          maxLength={320}
          autoComplete="off"
        />
      </Field>
      <RoleChoice chosen={roles} onChange={setRoles} error={tried && wrong.roles ? t('invite.roleMissing') : undefined} />
    </FormDialog>
  )
}
