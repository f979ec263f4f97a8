'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Role } from '#flows/release/permissions'
import { FormDialog } from '@/app/rooms/FormDialog'
import type { PersonLine } from '@/app/rooms/outputs'
import { useDone } from '@/app/rooms/useDone'
import { useTRPC } from '@/app/trpc/client'
import { RoleChoice } from './RoleChoice'

/** Gives a person exactly these roles. They hold from the next request on. */
export function RolesDialog({ line, onClose }: { line: PersonLine; onClose: () => void }) {
  const t = useTranslations('people')
  const trpc = useTRPC()
  const done = useDone(onClose)
  const [roles, setRoles] = useState<Role[]>([...line.roles])
  const save = useMutation(
    trpc.people.setRoles.mutationOptions({
      onSuccess: () => done(t('roles.done', { name: line.name })),
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
