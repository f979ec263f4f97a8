'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { may } from '#flows/release/permissions'
import { Asked } from '@/app/rooms/Asked'
import type { QueueLine } from '@/app/rooms/outputs'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { ColumnHead } from '@/app/ui/ColumnHead'
import { Empty } from '@/app/ui/Empty'
import { Main } from '@/app/ui/Main'
import { RowLink } from '@/app/ui/RowLink'
import { Cell, Row, Table } from '@/app/ui/Table'
import { Time } from '@/app/ui/Time'
import { TopBar } from '@/app/ui/TopBar'
import { RiskChip, StateChip } from './chips'

/** Releases that wait for somebody; those that wait for this reader stand first. */
export function QueueRoom({ person }: { person: Person }) {
  const t = useTranslations('review')
  const trpc = useTRPC()
  const queue = useQuery(trpc.releases.queue.queryOptions())
  const mine = ({ state }: QueueLine) =>
    (state === 'in_review' && may(person.roles, 'release.approve')) ||
    (state === 'approved' && may(person.roles, 'release.point')) ||
    (state === 'changes_requested' && may(person.roles, 'flow.edit'))
  return (
    <>
      <TopBar title={t('title')} place={person.organisation.name} />
      <Main>
        <Asked query={queue} failed={t('queue.failed')}>
          {(lines) => {
            const [forMe, forOthers] = [lines.filter(mine), lines.filter((line) => !mine(line))]
            if (lines.length === 0) return <Empty title={t('queue.empty')}>{t('queue.emptyHint')}</Empty>
            return (
              <div className="flex flex-col gap-6">
                {forMe.length > 0 ? (
                  <QueueTable title={t('queue.mine')} lines={forMe} />
                ) : (
                  <p className="text-text-2">{t('queue.nothingMine')}</p>
                )}
                {forOthers.length > 0 ? <QueueTable title={t('queue.others')} lines={forOthers} /> : null}
              </div>
            )
          }}
        </Asked>
      </Main>
    </>
  )
}

function QueueTable({ title, lines }: { title: string; lines: QueueLine[] }) {
  const t = useTranslations('review')
  return (
    <section>
      <h2 className="mb-2 text-panel">{title}</h2>
      <Table label={title}>
        <thead>
          <tr>
            <ColumnHead>{t('queue.release')}</ColumnHead>
            <ColumnHead>{t('queue.state')}</ColumnHead>
            <ColumnHead>{t('queue.submitted')}</ColumnHead>
            <ColumnHead>{t('queue.risk')}</ColumnHead>
            <ColumnHead>{t('queue.live')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.hash}>
              <Cell>
                <RowLink href={`/review/${line.hash}`} className="text-[0.84375rem]">
                  {t('name', { flow: line.flowName, version: line.version })}
                </RowLink>
                <p className="text-hint text-text-3">{line.summary}</p>
              </Cell>
              <Cell>
                <StateChip state={line.state} />
              </Cell>
              <Cell>
                {line.submittedBy}
                <p className="text-hint text-text-3">
                  <Time at={line.submittedAt} />
                </p>
              </Cell>
              <Cell>
                <RiskChip risk={line.risk} />
              </Cell>
              <Cell className="text-text-2">
                {line.liveVersion === null ? t('queue.never') : t('release', { version: line.liveVersion })}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
