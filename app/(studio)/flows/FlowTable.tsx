import { CircleDashed, MessageSquareText, Pencil, Phone } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { languageName } from '@/app/designer/reading/languages'
import type { FlowLine } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'
import { Chip } from '@/app/ui/Chip'
import { ColumnHead } from '@/app/ui/ColumnHead'
import { RowLink } from '@/app/ui/RowLink'
import { Cell, Row, Table } from '@/app/ui/Table'
import { Time } from '@/app/ui/Time'

export function FlowTable({ flows }: { flows: FlowLine[] }) {
  const t = useTranslations('flows')
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <ColumnHead>{t('column.flow')}</ColumnHead>
          <ColumnHead>{t('column.hear')}</ColumnHead>
          <ColumnHead>{t('column.next')}</ColumnHead>
          <ColumnHead>{t('column.numbers')}</ColumnHead>
          <ColumnHead figure>{t('column.today')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <Row key={flow.id}>
            <Cell>
              <FlowName {...flow} />
            </Cell>
            <Cell>
              <Hear {...flow} />
            </Cell>
            <Cell>
              <Next {...flow} />
            </Cell>
            <Cell className="whitespace-nowrap tabular-nums">
              <Numbers {...flow} />
            </Cell>
            <Cell figure className="font-semibold">
              <Contacts count={flow.contactsToday} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function FlowName({ id, name, channels, locales }: FlowLine) {
  const t = useTranslations('flows')
  return (
    <div className="flex items-center gap-3">
      <span className="grid size-8 shrink-0 place-items-center rounded-control bg-sunken text-text-2 [&_svg]:size-4.25">
        {channels.includes('voice') ? <Phone aria-hidden="true" /> : <MessageSquareText aria-hidden="true" />}
        <span className="sr-only">{t(channels.length > 1 ? 'channel.both' : `channel.${channels[0] ?? 'voice'}`)}</span>
      </span>
      <div className="min-w-0">
        <RowLink href={`/flows/${id}`} className="text-[0.84375rem]">
          {name}
        </RowLink>
        <p className="text-hint text-text-3">{locales.map((locale) => languageName(locale, locales)).join(', ')}</p>
      </div>
    </div>
  )
}

function Hear({ live }: FlowLine) {
  const t = useTranslations('flows')
  if (!live) {
    return (
      <Chip state="line" icon={<CircleDashed />}>
        {t('notLive')}
      </Chip>
    )
  }
  return (
    <>
      <Chip state="ok">{t('release', { version: live.version })}</Chip>
      <p className="mt-0.5 text-hint text-text-3">{t.rich('since', { time: () => <Time at={live.since} show="date" /> })}</p>
    </>
  )
}

function Next({ review, draft }: FlowLine) {
  const t = useTranslations('flows')
  if (review) {
    const waits = review.state === 'changes_requested' ? 'text-warn' : 'text-ink-text'
    return (
      <>
        <b className={waits}>{t(`review.${review.state}`)}</b>
        <p className="text-hint text-text-3">{t('release', { version: review.version })}</p>
      </>
    )
  }
  if (!draft) return <span className="text-text-2">{t('noChange')}</span>
  return (
    <>
      <b className="inline-flex items-center gap-1 text-ink-text [&_svg]:size-3.5">
        <Pencil aria-hidden="true" />
        {t('draft')}
      </b>
      <p className="text-hint text-text-3">
        {draft.editedBy ? `${draft.editedBy}, ` : ''}
        <Time at={draft.editedAt} />
      </p>
    </>
  )
}

function Contacts({ count }: { count: number }) {
  const t = useTranslations('flows')
  const format = useFormatter()
  if (count > 0) return format.number(count)
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('noContacts')}</span>
    </>
  )
}

function Numbers({ numbers }: FlowLine) {
  const t = useTranslations('flows')
  const [first] = numbers
  if (!first) return <span className="text-text-3">{t('noNumber')}</span>
  return (
    <>
      {readableNumber(first.number)}
      {numbers.length > 1 ? <p className="text-hint text-text-3">{t('andMore', { count: numbers.length - 1 })}</p> : null}
    </>
  )
}
