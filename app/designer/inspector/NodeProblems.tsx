'use client'

import { OctagonX, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDesk } from '../desk'
import { useProblemWords } from '../problems/useProblemWords'

/** More would push the settings off the screen. */
const most = 3

/** What is wrong with this node, where its settings are. */
export function NodeProblems({ id }: { id: string }) {
  const t = useTranslations('designer.problems')
  const { findings, goTo, showDock } = useDesk()
  const wordsOf = useProblemWords()
  const own = findings.filter(({ node }) => node === id).toSorted((one, other) => one.level.localeCompare(other.level))
  if (own.length === 0) return null
  return (
    <ul className="mb-3.5 flex flex-col gap-1.5">
      {own.slice(0, most).map((finding, index) => {
        const { title, fix } = wordsOf(finding)
        const must = finding.level === 'must'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no id of their own
          <li key={index}>
            <button
              type="button"
              onClick={() =>
                goTo(id, finding.port !== undefined && finding.field === undefined ? `ways.${finding.port}` : (finding.field ?? ''))
              }
              className={`flex w-full gap-2 rounded-control px-2.5 py-1.5 text-left text-hint ${must ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn'}`}
            >
              {must ? (
                <OctagonX className="mt-px size-3.5" aria-hidden="true" />
              ) : (
                <TriangleAlert className="mt-px size-3.5" aria-hidden="true" />
              )}
              <span className="min-w-0">
                <b className="font-medium">{t('sentence', { title })}</b> {fix}
              </span>
            </button>
          </li>
        )
      })}
      {own.length > most ? (
        <li>
          <button type="button" className="link min-h-6 text-hint" onClick={() => showDock('problems')}>
            {t('more', { count: own.length - most })}
          </button>
        </li>
      ) : null}
    </ul>
  )
}
