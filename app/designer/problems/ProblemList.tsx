'use client'

import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Finding } from '#flows/node'
import { useDesk } from '../desk'
import { useProblemWords } from './useProblemWords'

/** What must and what should be fixed, each leading to its place. */
export function ProblemList() {
  const t = useTranslations('designer.problems')
  const { findings } = useDesk()
  const must = findings.filter(({ level }) => level === 'must')
  const should = findings.filter(({ level }) => level === 'should')
  if (findings.length === 0) {
    return (
      <p className="flex items-center gap-2 p-4 text-text-2">
        <CircleCheck className="size-4 text-ok" aria-hidden="true" />
        {t('none')}
      </p>
    )
  }
  return (
    <div className="min-h-0 flex-1 overflow-auto py-1.5">
      {must.length > 0 ? <Group title={t('must', { count: must.length })} findings={must} /> : null}
      {should.length > 0 ? <Group title={t('should', { count: should.length })} findings={should} /> : null}
    </div>
  )
}

function Group({ title, findings }: { title: string; findings: readonly Finding[] }) {
  return (
    <section aria-label={title}>
      <h3 className="px-3.5 pt-1.5 pb-0.5 text-hint text-text-3">{title}</h3>
      <ul>
        {findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no id of their own
          <Problem key={index} finding={finding} />
        ))}
      </ul>
    </section>
  )
}

function Problem({ finding }: { finding: Finding }) {
  const { draft, goTo, select, inspect } = useDesk()
  const t = useTranslations('designer.problems')
  const { title, fix } = useProblemWords()(finding)
  const { node, port, field, level } = finding
  const label = node === undefined ? undefined : draft.drawing.nodes[node]?.label
  const go = () => {
    if (node !== undefined && label !== undefined) goTo(node, port !== undefined && field === undefined ? `ways.${port}` : field)
    else {
      select([])
      inspect(true)
    }
  }
  return (
    <li>
      <button type="button" onClick={go} className="flex w-full items-start gap-2 px-3.5 py-1.5 text-left text-hint hover:bg-sunken">
        {level === 'must' ? (
          <OctagonX className="mt-px size-3.75 text-bad" aria-hidden="true" />
        ) : (
          <TriangleAlert className="mt-px size-3.75 text-warn" aria-hidden="true" />
        )}
        <span className="min-w-0 flex-1">
          <b className="font-medium text-text">{t('sentence', { title })}</b> <span className="text-text-2">{fix}</span>
          {label ? <small className="block text-[0.6875rem] text-text-3">{label}</small> : null}
        </span>
      </button>
    </li>
  )
}
