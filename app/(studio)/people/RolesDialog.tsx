'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Role } from '#flows/release/permissions'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { PersonLine } from '@/app/rooms/outputs'
import { useTRPC } from '@/app/trpc/client'
import { useToast } from '@/app/ui/toast-context'
import { RoleChoice } from './RoleChoice'

/** Gives a person exactly these roles. They hold from the next request on. */
export function RolesDialog({ line, onClose }: { line: PersonLine; onClose: () => void }) {
  const t = useTranslations('people')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const [roles, setRoles] = useState<Role[]>([...line.roles])
  const save = useMutation(
    trpc.people.setRoles.mutationOptions({
      onSuccess: async () => {
        onClose()
        toast({ text: t('roles.done', { name: line.name }) })
        await queries.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      width="narrow"
      title={t('roles.title', { name: line.name })}
      lead={t('roles.lead')}
      submit={t('roles.submit')}
      onSubmit={() => save.mutate({ id: line.id, roles })}
      onClose={onClose}
      pending={save.isPending}
      error={save.error}
    >
      <RoleChoice chosen={roles} onChange={setRoles} />
    </FormDialog>
  )
}
