import { clsx } from 'clsx'
import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { Fingerprint } from '@/app/ui/Fingerprint'
import { Time } from '@/app/ui/Time'
import { type Section, sections } from './sections'

export type ToReadProps = {
  release: ReleaseDetail
  shown: Section
  open: (section: Section) => void
  times: ReadonlyMap<Section, Date>
  opened: readonly Section[]
}

/** The sections, which of them were opened and when, what the release is compared with, and its fingerprint. */
export function ToRead({ release, shown, open, times, opened }: ToReadProps) {
  const t = useTranslations('review')
  return (
    <section
      aria-label={t('read.title')}
      data-region="sections"
      tabIndex={-1}
      className="flex w-full flex-none flex-col gap-4 border-line bg-paper px-3.5 py-3.5 max-lg:border-b lg:w-59 lg:overflow-auto lg:border-r"
    >
      <div>
        <div className="flex items-baseline justify-between gap-2">
          <h2 className="text-group">{t('read.title')}</h2>
          <span className="text-hint text-text-3 tabular-nums">{t('read.opened', { opened: opened.length, all: sections.length })}</span>
        </div>
        <div className="mt-1 mb-2.5 h-1 overflow-hidden rounded-full bg-line" aria-hidden="true">
          <div className="h-full bg-ink" style={{ width: `${(opened.length / sections.length) * 100}%` }} />
        </div>
        <ul>
          {sections.map((section) => (
            <li key={section}>
              <button
                type="button"
                aria-current={section === shown ? 'true' : undefined}
                onClick={() => open(section)}
                className={clsx(
                  '-mx-1.5 flex w-[calc(100%+0.75rem)] items-start gap-2 rounded-control border px-2 py-1.5 text-left',
                  section === shown ? 'border-edge bg-surface shadow-1' : 'border-transparent hover:bg-sunken',
                )}
              >
                <span className="min-w-0 flex-1">
                  <b className="block">{t(`section.${section}.title`)}</b>
                  <span className="block text-hint text-text-2">{t(`section.${section}.count`, countsOf(release)[section])}</span>
                </span>
                <Opening at={times.get(section)} />
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="font-semibold text-hint text-text-2">{t('compared.title')}</h3>
        <p>{release.base ? t('compared.with', { version: release.base.version }) : t('compared.first')}</p>
      </div>
      <div className="mt-auto border-line border-t pt-3">
        <h3 className="mb-1 font-semibold text-hint text-text-2">{t('fingerprint.title', { version: release.version })}</h3>
        <Fingerprint hash={release.hash} />
        <p className="mt-1 text-hint text-text-3">{t('fingerprint.text')}</p>
      </div>
    </section>
  )
}

function Opening({ at }: { at: Date | undefined }) {
  const t = useTranslations('review.read')
  if (!at) return <span className="shrink-0 text-hint text-warn">{t('not')}</span>
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-hint text-text-3 [&_svg]:size-3.5">
      <Eye aria-label={t('at')} />
      <Time at={at} show="time" />
    </span>
  )
}

function countsOf({ diff, drawing, findings, manifest }: ReleaseDetail): Record<Section, Record<string, number>> {
  const changed = diff.nodes.changed.length + diff.nodes.added.length + diff.nodes.removed.length
  return {
    words: { changes: diff.words.length, nodes: new Set(diff.words.flatMap(({ nodes }) => nodes)).size },
    paths: { nodes: Object.keys(drawing.nodes).length },
    checks: { count: findings.length },
    data: { fields: manifest.variables.length },
    settings: { changes: changed + diff.wires.length + diff.flow.length },
  }
}
