import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AuditLine } from '@/app/rooms/outputs'
import { ColumnHead } from '@/app/ui/ColumnHead'
import { Fingerprint } from '@/app/ui/Fingerprint'
import { Cell, Row, Table } from '@/app/ui/Table'
import { Time } from '@/app/ui/Time'

export function AuditTable({ lines }: { lines: AuditLine[] }) {
  const t = useTranslations('audit')
  return (
    <Table label={t('title')} rows="log">
      <thead>
        <tr>
          <ColumnHead figure>{t('column.entry')}</ColumnHead>
          <ColumnHead>{t('column.at')}</ColumnHead>
          <ColumnHead>{t('column.who')}</ColumnHead>
          <ColumnHead>{t('column.what')}</ColumnHead>
          <ColumnHead>{t('column.object')}</ColumnHead>
          <ColumnHead>{t('column.hash')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.seq}>
            <Cell figure className="text-text-3">
              {line.seq}
            </Cell>
            <Cell className="whitespace-nowrap">
              <Time at={line.at} show="full" />
            </Cell>
            <Cell>{line.actor.name || t('nobody')}</Cell>
            <Cell>
              <b>{t.has(actionKey(line.action)) ? t(actionKey(line.action)) : line.action}</b>
              {line.reason ? <p className="text-hint text-text-2">{line.reason}</p> : null}
            </Cell>
            <Cell className="[overflow-wrap:anywhere]">
              <About line={line} />
            </Cell>
            <Cell>
              <Fingerprint hash={line.hash} short />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

/** `release.signed` is the word `action.release_signed`: a dot would step into the catalogue. */
const actionKey = (action: string): string => `action.${action.replaceAll('.', '_')}`

function About({ line: { actor, object, session } }: { line: AuditLine }) {
  const t = useTranslations('audit')
  if (!object) return null
  if (object.type === 'person' && object.id === actor.id) return <span className="text-text-2">{t('own')}</span>
  if (object.type === 'release') {
    return (
      <Link href={`/review/${object.id}`} className="link">
        {t('release', { version: object.version ?? '' })} <Fingerprint hash={object.id} short />
      </Link>
    )
  }
  if (object.type === 'flow') {
    return (
      <Link href={`/flows/${object.id}`} className="link">
        {object.id}
      </Link>
    )
  }
  if (object.type === 'session' || session) {
    return (
      <Link href={`/calls/${session ?? object.id}`} className="link">
        {t('call')}
      </Link>
    )
  }
  return <span className="text-text-2">{t.has(`object.${object.type}`) ? t(`object.${object.type}`, { id: object.id }) : object.id}</span>
}
