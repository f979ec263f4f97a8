import { useLocale, useTranslations } from 'next-intl'
import { gradeOf, grades, type StudioFinding } from '#flows/studio/findings'
import { wordsOf } from '#flows/studio/words'
import { GradeChip } from './GradeChip'

/** What a person should know, the gravest first; the same finding at several widgets stands once. */
export function FindingList({ findings }: { findings: readonly StudioFinding[] }) {
  const t = useTranslations('import.report')
  const locale = useLocale()
  const groups = new Map<string, StudioFinding[]>()
  for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding])
  const sorted = [...groups.values()].sort((one, other) => rank(other) - rank(one))
  if (sorted.length === 0) return <p className="text-text-2">{t('findingsNone')}</p>
  return (
    <ul>
      {sorted.map((same) => {
        const [first] = same
        if (!first) return null
        const { why, fix } = wordsOf(first, locale)
        const widgets = [...new Set(same.flatMap(({ widget }) => widget ?? []))]
        return (
          <li key={first.code} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-line border-b py-2 last:border-b-0">
            <span className="w-27 shrink-0">
              <GradeChip grade={gradeOf(first)} />
            </span>
            <span className="min-w-0 flex-1 basis-60">
              {why} <span className="text-text-2">{fix}</span>
              {widgets.length > 0 ? (
                <span className="block text-hint text-text-3">{t('at', { count: widgets.length, widgets: widgets.join(', ') })}</span>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const rank = ([first]: readonly StudioFinding[]): number => (first ? grades.indexOf(gradeOf(first)) : 0)
