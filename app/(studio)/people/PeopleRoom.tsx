'use client'

import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { may } from '#flows/release/permissions'
import { Asked } from '@/app/rooms/Asked'
import type { PersonLine } from '@/app/rooms/outputs'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { Main } from '@/app/ui/Main'
import { TopBar } from '@/app/ui/TopBar'
import { DisableDialog } from './DisableDialog'
import { InviteDialog } from './InviteDialog'
import { PasswordOnce } from './PasswordOnce'
import { PeopleTable } from './PeopleTable'
import { ResetDialog } from './ResetDialog'
import { RolesDialog } from './RolesDialog'

export type PersonAct = { kind: 'roles' | 'disable' | 'reset'; line: PersonLine }
/** A password that is told once, and whose it is. */
export type Told = { name: string; email: string; password: string }

/** Who works here and what each may do. */
export function PeopleRoom({ person }: { person: Person }) {
  const t = useTranslations('people')
  const trpc = useTRPC()
  const people = useQuery(trpc.people.list.queryOptions())
  const [inviting, setInviting] = useState(false)
  const [act, setAct] = useState<PersonAct>()
  const [told, setTold] = useState<Told>()
  const mayManage = may(person.roles, 'person.manage')
  const close = () => setAct(undefined)
  return (
    <>
      <TopBar
        title={t('title')}
        place={person.organisation.name}
        actions={
          mayManage ? (
            <Button variant="primary" icon={<UserPlus />} onClick={() => setInviting(true)}>
              {t('invite.open')}
            </Button>
          ) : null
        }
      />
      <Main>
        <Asked query={people} failed={t('failed')}>
          {(lines) => <PeopleTable lines={lines} me={person.id} mayManage={mayManage} onAct={setAct} />}
        </Asked>
      </Main>
      {inviting ? <InviteDialog onClose={() => setInviting(false)} onTold={setTold} /> : null}
      {act?.kind === 'roles' ? <RolesDialog line={act.line} onClose={close} /> : null}
      {act?.kind === 'disable' ? <DisableDialog line={act.line} onClose={close} /> : null}
      {act?.kind === 'reset' ? <ResetDialog line={act.line} onClose={close} onTold={setTold} /> : null}
      {told ? <PasswordOnce told={told} onClose={() => setTold(undefined)} /> : null}
    </>
  )
}
