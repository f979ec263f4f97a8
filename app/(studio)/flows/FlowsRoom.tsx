'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { may } from '#flows/release/permissions'
import { Asked } from '@/app/rooms/Asked'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { ButtonLink } from '@/app/ui/ButtonLink'
import { Main } from '@/app/ui/Main'
import { TopBar } from '@/app/ui/TopBar'
import { WithAside } from '@/app/ui/WithAside'
import { FlowShelves } from './FlowShelves'
import { shelfOf } from './flow-filter'
import { NewFlow } from './NewFlow'
import { NextSteps } from './NextSteps'
import { NumbersAside } from './NumbersAside'

/** All flows of the organisation: what callers hear now, what comes next, and the numbers that ring them. */
export function FlowsRoom({ person, show }: { person: Person; show: string | undefined }) {
  const t = useTranslations('flows')
  const trpc = useTRPC()
  const flows = useQuery(trpc.flows.list.queryOptions())
  const [begun, setBegun] = useState(false)
  const mayEdit = may(person.roles, 'flow.edit')
  return (
    <>
      <TopBar
        title={t('title')}
        place={person.organisation.name}
        actions={
          <>
            {may(person.roles, 'flow.import') ? (
              <ButtonLink href="/import" icon={<Upload />}>
                {t('import')}
              </ButtonLink>
            ) : null}
            {mayEdit ? (
              <Button variant="primary" icon={<Plus />} onClick={() => setBegun(true)}>
                {t('new')}
              </Button>
            ) : null}
          </>
        }
      />
      <WithAside>
        <Main>
          <Asked query={flows} failed={t('failed')}>
            {(all) => (
              <>
                <NextSteps flows={all} roles={person.roles} />
                <FlowShelves flows={all} shelf={shelfOf(show)} onBegin={mayEdit ? () => setBegun(true) : undefined} />
              </>
            )}
          </Asked>
        </Main>
        <NumbersAside roles={person.roles} />
      </WithAside>
      {begun ? <NewFlow onClose={() => setBegun(false)} /> : null}
    </>
  )
}
