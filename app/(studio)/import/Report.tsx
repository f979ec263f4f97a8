import { useTranslations } from 'next-intl'
import { grades } from '#flows/studio/findings'
import type { ImportedFlow } from '@/app/rooms/outputs'
import { Card } from '@/app/ui/Card'
import { FindingList } from './FindingList'
import { GradeChip } from './GradeChip'

type ReportShown = ImportedFlow['report']

/** What became of a file: how faithfully each widget was carried over, what a person must decide, and which ways out ended in Studio. */
export function Report({ report }: { report: ReportShown }) {
  const t = useTranslations('import.report')
  const { counts, exits, findings } = report
  return (
    <Card title={t('title')}>
      <p>{t('sum', { states: counts.states, connected: counts.connected, prompts: counts.prompts, references: counts.references })}</p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {grades.map((grade) =>
          (counts.grades[grade] ?? 0) > 0 ? <GradeChip key={grade} grade={grade} count={counts.grades[grade] ?? 0} /> : null,
        )}
      </div>
      {(counts.grades.E ?? 0) > 0 ? <p className="mt-2 text-bad">{t('blocked')}</p> : null}
      <h3 className="mt-4 mb-1 font-semibold">{t('findings', { count: findings.length })}</h3>
      <FindingList findings={findings} />
      <details className="mt-3">
        <summary className="link">{t('exits', { count: exits.length })}</summary>
        <p className="mt-1 text-text-2">{t('exitsText')}</p>
        <ul className="mt-1 columns-1 gap-x-6 sm:columns-2">
          {exits.map(({ widget, event, pointer }) => (
            <li key={pointer}>
              <b>{widget}</b> <code>{event}</code>
            </li>
          ))}
        </ul>
      </details>
      <details className="mt-2">
        <summary className="link">{t('widgets', { count: report.widgets.length })}</summary>
        <ul className="mt-1">
          {report.widgets.map(({ widget, type, grade, pointer, nodeType }) => (
            <li key={pointer} className="flex flex-wrap items-center gap-x-2.5 border-line border-b py-1 last:border-b-0">
              <b>{widget}</b>
              <span className="text-text-3">
                {type} → {nodeType}
              </span>
              <span className="ms-auto">
                <GradeChip grade={grade} />
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
