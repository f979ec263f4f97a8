'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { may } from '#flows/release/permissions'
import { Asked } from '@/app/rooms/Asked'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { Empty } from '@/app/ui/Empty'
import { Main } from '@/app/ui/Main'
import { Select } from '@/app/ui/Select'
import { SubBar } from '@/app/ui/SubBar'
import { TopBar } from '@/app/ui/TopBar'
import { CallTable } from './CallTable'

const channels = ['any', 'voice', 'sms'] as const
const statuses = ['any', 'open', 'ended'] as const
type Filter = { flow: string; channel: (typeof channels)[number]; status: (typeof statuses)[number] }

/** Every call and conversation, newest first, page by page. */
export function CallsRoom({ person }: { person: Person }) {
  const t = useTranslations('calls')
  const [filter, setFilter] = useState<Filter>({ flow: '', channel: 'any', status: 'any' })
  const put = (part: Partial<Filter>) => setFilter((before) => ({ ...before, ...part }))
  return (
    <>
      <TopBar title={t('title')} place={person.organisation.name} />
      {may(person.roles, 'call.read') ? (
        <>
          <SubBar label={t('filter.label')}>
            <FlowFilter value={filter.flow} onChange={(flow) => put({ flow })} />
            <Select
              look="compact"
              aria-label={t('filter.channel')}
              value={filter.channel}
              onChange={({ currentTarget }) => put({ channel: channels.find((each) => each === currentTarget.value) ?? 'any' })}
            >
              {channels.map((each) => (
                <option key={each} value={each}>
                  {t(`channel.${each}`)}
                </option>
              ))}
            </Select>
            <Select
              look="compact"
              aria-label={t('filter.status')}
              value={filter.status}
              onChange={({ currentTarget }) => put({ status: statuses.find((each) => each === currentTarget.value) ?? 'any' })}
            >
              {statuses.map((each) => (
                <option key={each} value={each}>
                  {t(`status.${each}`)}
                </option>
              ))}
            </Select>
          </SubBar>
          <Main>
            <Pages filter={filter} onAll={() => setFilter({ flow: '', channel: 'any', status: 'any' })} />
          </Main>
        </>
      ) : (
        <Main>
          <Empty title={t('closed.title')}>{t('closed.text')}</Empty>
        </Main>
      )}
    </>
  )
}

function FlowFilter({ value, onChange }: { value: string; onChange: (flow: string) => void }) {
  const t = useTranslations('calls')
  const trpc = useTRPC()
  const flows = useQuery(trpc.flows.list.queryOptions())
  return (
    <Select look="compact" aria-label={t('filter.flow')} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('filter.anyFlow')}</option>
      {(flows.data ?? []).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}

function Pages({ filter: { flow, channel, status }, onAll }: { filter: Filter; onAll: () => void }) {
  const t = useTranslations('calls')
  const trpc = useTRPC()
  const wanted = { ...(flow && { flow }), ...(channel !== 'any' && { channel }), ...(status !== 'any' && { status }) }
  const pages = useInfiniteQuery(
    trpc.calls.list.infiniteQueryOptions(wanted, { getNextPageParam: ({ cursor }) => cursor ?? undefined, refetchInterval: 15_000 }),
  )
  const filtered = Object.keys(wanted).length > 0
  return (
    <Asked query={pages} failed={t('failed')}>
      {({ pages: all }) => {
        const lines = all.flatMap(({ items }) => items)
        if (lines.length === 0) {
          return filtered ? (
            <Empty title={t('none.filtered')} actions={<Button onClick={onAll}>{t('none.showAll')}</Button>} />
          ) : (
            <Empty title={t('none.title')}>{t('none.text')}</Empty>
          )
        }
        return (
          <>
            <CallTable lines={lines} />
            <div className="mt-3 flex items-center gap-3">
              <p className="text-hint text-text-3">{t('shown', { count: lines.length })}</p>
              {pages.hasNextPage ? (
                <Button size="compact" pending={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {t('more')}
                </Button>
              ) : null}
            </div>
          </>
        )
      }}
    </Asked>
  )
}
