import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { Finding } from '#flows/node'
import { problemValues } from '@/app/designer/problems/problem-words'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { SectionHead } from './SectionHead'

/** What the chart check finds in the release now. What must be fixed could not be submitted; it can appear later, with a new rule. */
export function Checks({ release }: { release: ReleaseDetail }) {
  const t = useTranslations('review.section.checks')
  const { findings } = release
  return (
    <>
      <SectionHead title={t('title')} />
      {findings.length === 0 ? (
        <p className="flex items-center gap-2 rounded-panel border border-line bg-surface px-3.5 py-3 shadow-1 [&_svg]:size-4.5">
          <CircleCheck className="text-ok" aria-hidden="true" />
          {t('none')}
        </p>
      ) : (
        <ul className="overflow-hidden rounded-panel border border-line bg-surface shadow-1">
          {findings.map((finding, at) => (
            <FindingRow key={`${finding.rule} ${finding.node ?? ''} ${String(at)}`} finding={finding} release={release} />
          ))}
        </ul>
      )}
      <p className="mt-2 max-w-190 text-hint text-text-3">{t('meaning')}</p>
    </>
  )
}

function FindingRow({ finding, release }: { finding: Finding; release: ReleaseDetail }) {
  const t = useTranslations()
  const locale = useLocale()
  const values = problemValues(finding, release, locale)
  const must = finding.level === 'must'
  return (
    <li className="flex items-start gap-2.5 border-line border-b px-3.5 py-2.5 last:border-b-0">
      {must ? (
        <OctagonX className="mt-0.5 size-4 text-bad" aria-hidden="true" />
      ) : (
        <TriangleAlert className="mt-0.5 size-4 text-warn" aria-hidden="true" />
      )}
      <div className="min-w-0 flex-1">
        <p>
          <span className="sr-only">{t(must ? 'ui.state.bad' : 'ui.state.warn')}: </span>
          <b>{t(`checks.${finding.rule}.title`, values)}</b>
        </p>
        <p className="text-text-2">{t(`checks.${finding.rule}.fix`, values)}</p>
      </div>
      {finding.node ? <span className="text-hint text-text-3">{release.drawing.nodes[finding.node]?.label ?? finding.node}</span> : null}
    </li>
  )
}
