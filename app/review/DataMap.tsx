import { useTranslations } from 'next-intl'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { Chip } from '@/app/ui/Chip'
import { ColumnHead } from '@/app/ui/ColumnHead'
import { Empty } from '@/app/ui/Empty'
import { Cell, Row, Table } from '@/app/ui/Table'
import { SectionHead } from './SectionHead'

/** What the flow learns of a patient: class, purpose, how long it is kept, and where it may go. */
export function DataMap({ release: { manifest } }: { release: ReleaseDetail }) {
  const t = useTranslations('review.section.data')
  const { variables, connectors } = manifest
  return (
    <>
      <SectionHead title={t('title')} count={t('count', { fields: variables.length })} />
      {variables.length === 0 ? (
        <Empty title={t('none')} />
      ) : (
        <Table label={t('title')} rows="log">
          <thead>
            <tr>
              <ColumnHead>{t('field')}</ColumnHead>
              <ColumnHead>{t('class')}</ColumnHead>
              <ColumnHead>{t('purpose')}</ColumnHead>
              <ColumnHead figure>{t('kept')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {variables.map(({ name, type, phi_class, purpose, retention_days }) => (
              <Row key={name}>
                <Cell>
                  <code>{name}</code> <span className="text-hint text-text-3">{t(`type.${type}`)}</span>
                </Cell>
                <Cell>
                  <Chip state={phi_class === 'none' ? 'line' : phi_class === 'health' ? 'warn' : 'ink'} icon={null}>
                    {t(`phi.${phi_class}`)}
                  </Chip>
                </Cell>
                <Cell className="text-text-2">{purpose || t('noPurpose')}</Cell>
                <Cell figure>{t('days', { days: retention_days })}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <h3 className="mt-5 mb-2 text-panel">{t('leaves')}</h3>
      {connectors.length === 0 ? (
        <p className="text-text-2">{t('leavesNone')}</p>
      ) : (
        <ul className="overflow-hidden rounded-panel border border-line bg-surface shadow-1">
          {connectors.map(({ id, method, url_template, timeout_ms, phi_allowed }) => (
            <li key={id} className="border-line border-b px-3.5 py-2 last:border-b-0">
              <code className="[overflow-wrap:anywhere]">
                {method} {url_template}
              </code>
              <p className="text-hint text-text-2">
                {t(phi_allowed ? 'phiAllowed' : 'phiNotAllowed')} {t('timeout', { seconds: timeout_ms / 1000 })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
