'use client'

import { OctagonX, TriangleAlert } from 'lucide-react'
import { useDesk } from '../desk'
import { useProblemWords } from '../problems/useProblemWords'

/** What is wrong with this node, where its settings are. */
export function NodeProblems({ id }: { id: string }) {
  const { findings, goTo } = useDesk()
  const wordsOf = useProblemWords()
  const own = findings.filter(({ node }) => node === id)
  if (own.length === 0) return null
  return (
    <ul className="mb-3.5 flex flex-col gap-1.5">
      {own.map((finding, index) => {
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
                <b className="font-medium">{title}.</b> {fix}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
