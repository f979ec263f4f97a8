'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { may } from '#flows/release/permissions'
import { Asked } from '@/app/rooms/Asked'
import type { NumberLine } from '@/app/rooms/outputs'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { Empty } from '@/app/ui/Empty'
import { Main } from '@/app/ui/Main'
import { TopBar } from '@/app/ui/TopBar'
import { AddNumber } from './AddNumber'
import { BindDialog } from './BindDialog'
import { NumberTable } from './NumberTable'
import { RemoveDialog } from './RemoveDialog'
import { WebhooksDialog } from './WebhooksDialog'

export type NumberAct = { kind: 'bind' | 'webhooks' | 'remove'; line: NumberLine }

/** Every number: what it rings, whether callers hear that, and the addresses Twilio must know. */
export function NumbersRoom({ person }: { person: Person }) {
  const t = useTranslations('numbers')
  const trpc = useTRPC()
  const numbers = useQuery(trpc.numbers.list.queryOptions())
  const accounts = useQuery(trpc.accounts.list.queryOptions())
  const [act, setAct] = useState<NumberAct>()
  const [adding, setAdding] = useState(false)
  const mayBind = may(person.roles, 'number.bind')
  const close = () => setAct(undefined)
  const none = accounts.data?.length === 0
  return (
    <>
      <TopBar
        title={t('title')}
        place={person.organisation.name}
        actions={
          mayBind && !none ? (
            <Button variant="primary" icon={<Plus />} onClick={() => setAdding(true)}>
              {t('add.open')}
            </Button>
          ) : null
        }
      />
      <Main>
        <Asked query={numbers} failed={t('failed')}>
          {(lines) =>
            lines.length === 0 ? <NoNumber none={none} person={person} /> : <NumberTable lines={lines} mayBind={mayBind} onAct={setAct} />
          }
        </Asked>
        <p className="mt-3 max-w-190 text-hint text-text-3">{t('twilio')}</p>
      </Main>
      {adding ? <AddNumber onClose={() => setAdding(false)} accounts={accounts.data ?? []} /> : null}
      {act?.kind === 'bind' ? <BindDialog line={act.line} onClose={close} /> : null}
      {act?.kind === 'webhooks' ? <WebhooksDialog line={act.line} onClose={close} /> : null}
      {act?.kind === 'remove' ? <RemoveDialog line={act.line} onClose={close} /> : null}
    </>
  )
}

function NoNumber({ none, person }: { none: boolean; person: Person }) {
  const t = useTranslations('numbers')
  return (
    <Empty
      title={t('empty.title')}
      actions={
        none && may(person.roles, 'key.manage') ? (
          <Link href="/settings" className="link">
            {t('empty.account')}
          </Link>
        ) : undefined
      }
    >
      {none ? t('empty.noAccount') : t('empty.text')}
    </Empty>
  )
}
