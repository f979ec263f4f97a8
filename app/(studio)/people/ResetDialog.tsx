'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { PersonLine } from '@/app/rooms/outputs'
import { useTRPC } from '@/app/trpc/client'
import type { Told } from './PeopleRoom'

/** Gives a person a new password, shown once. Their sign-ins end. */
export function ResetDialog({ line, onClose, onTold }: { line: PersonLine; onClose: () => void; onTold: (told: Told) => void }) {
  const t = useTranslations('people.reset')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const reset = useMutation(
    trpc.people.resetPassword.mutationOptions({
      onSuccess: async ({ temporaryPassword }) => {
        onClose()
        onTold({ name: line.name, email: line.email, password: temporaryPassword })
        await queries.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      width="narrow"
      title={t('title', { name: line.name })}
      lead={t('lead')}
      submit={t('submit')}
      onSubmit={() => reset.mutate({ id: line.id })}
      onClose={onClose}
      pending={reset.isPending}
      error={reset.error}
    />
  )
}
