import { CircleDot, LifeBuoy, MessageSquareText, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CallLine } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'
import { Chip } from '@/app/ui/Chip'
import { ColumnHead } from '@/app/ui/ColumnHead'
import { RowLink } from '@/app/ui/RowLink'
import { Cell, Row, Table } from '@/app/ui/Table'
import { Time } from '@/app/ui/Time'
import { durationWords } from './duration'

export function CallTable({ lines }: { lines: CallLine[] }) {
  const t = useTranslations('calls')
  return (
    <Table label={t('title')} rows="log">
      <thead>
        <tr>
          <ColumnHead>{t('column.began')}</ColumnHead>
          <ColumnHead>{t('column.theirs')}</ColumnHead>
          <ColumnHead>{t('column.ours')}</ColumnHead>
          <ColumnHead>{t('column.flow')}</ColumnHead>
          <ColumnHead>{t('column.outcome')}</ColumnHead>
          <ColumnHead figure>{t('column.turns')}</ColumnHead>
          <ColumnHead figure>{t('column.lasted')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id}>
            <Cell className="whitespace-nowrap">
              <RowLink href={`/calls/${line.id}`}>
                <Time at={line.startedAt} />
              </RowLink>
            </Cell>
            <Cell className="whitespace-nowrap tabular-nums">
              <span className="inline-flex items-center gap-1.5 align-middle [&_svg]:size-3.5 [&_svg]:text-text-3">
                {line.channel === 'voice' ? <Phone aria-label={t('channel.voice')} /> : <MessageSquareText aria-label={t('channel.sms')} />}
                {line.theirs}
              </span>
            </Cell>
            <Cell className="whitespace-nowrap text-text-2 tabular-nums">{readableNumber(line.ours)}</Cell>
            <Cell>
              {line.flowName ?? <span className="text-text-3">{t('noFlow')}</span>}
              {line.release ? <span className="text-text-3"> {t('release', { version: line.release.version })}</span> : null}
            </Cell>
            <Cell>
              <Outcome {...line} />
            </Cell>
            <Cell figure>{line.turns}</Cell>
            <Cell figure>{line.endedAt ? durationWords(line.startedAt, line.endedAt) : t('status.open')}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

/** How it ended, or that it has not. */
export function Outcome({ safe, status, outcome }: Pick<CallLine, 'safe' | 'status' | 'outcome'>) {
  const t = useTranslations('calls')
  if (safe) {
    return (
      <Chip state="warn" icon={<LifeBuoy />}>
        {t('safe')}
      </Chip>
    )
  }
  if (status === 'open') {
    return (
      <Chip state="ink" icon={<CircleDot />}>
        {t('status.open')}
      </Chip>
    )
  }
  return (
    <Chip state="neutral" icon={null}>
      {outcome?.replaceAll('_', ' ') ?? t('status.ended')}
    </Chip>
  )
}
