import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { Drawing } from '#flows/drawing'
import { portWords, typeTitle } from '@/app/designer/reading/port-words'
import { reachOrder } from '@/app/designer/reading/reach-order'
import { readNode } from '@/app/designer/reading/read-node'
import { TypeIcon } from '@/app/designer/reading/type-icons'
import { FamilyGlyph } from '@/app/ui/FamilyGlyph'
import { PhoneKey } from '@/app/ui/PhoneKey'
import { SectionHead } from './SectionHead'
import { type Walk, walksOf } from './walks'

/** The shortest way to every place that matters, then every step with where each way out leads. */
export function Paths({ drawing }: { drawing: Drawing }) {
  const t = useTranslations('review.section.paths')
  const walks = walksOf(drawing)
  return (
    <>
      <SectionHead title={t('title')} count={t('found', { walks: walks.length })} />
      <ul className="mb-6 overflow-hidden rounded-panel border border-line bg-surface shadow-1">
        {walks.map((walk) => (
          <WalkRow key={walk.to} walk={walk} drawing={drawing} />
        ))}
      </ul>
      <h3 className="mb-2 text-panel">{t('steps')}</h3>
      <ol className="overflow-hidden rounded-panel border border-line bg-surface shadow-1">
        {reachOrder(drawing).map((id) => (
          <StepRow key={id} id={id} drawing={drawing} />
        ))}
      </ol>
    </>
  )
}

function WalkRow({ walk: { to, steps }, drawing }: { walk: Walk; drawing: Drawing }) {
  const t = useTranslations('review.section.paths')
  const locale = useLocale()
  const node = drawing.nodes[to]
  const keys = steps.filter(({ port }) => port.key !== undefined).length
  return (
    <li className="border-line border-b px-3.5 py-2 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <b>{t('to', { place: node?.label ?? to })}</b>
        <span className="text-hint text-text-2 tabular-nums">{t('length', { keys, steps: steps.length })}</span>
      </div>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-hint text-text-2">
        {steps.map(({ node: from, port }, at) => (
          <Fragment key={from}>
            {at > 0 ? <ChevronRight className="size-3 text-text-3" aria-hidden="true" /> : null}
            {port.key === undefined ? null : <PhoneKey digit={port.key} size="small" />}
            <span>
              {port.kind === 'then'
                ? labelOf(drawing, from)
                : t('step', { node: labelOf(drawing, from), way: nameOf(drawing, from, port.id, locale) })}
            </span>
          </Fragment>
        ))}
      </p>
    </li>
  )
}

function StepRow({ id, drawing }: { id: string; drawing: Drawing }) {
  const t = useTranslations('review.section.paths')
  const locale = useLocale()
  const node = drawing.nodes[id]
  if (!node) return null
  const { type, ports } = readNode(node)
  return (
    <li className="grid gap-x-4 gap-y-1 border-line border-b px-3.5 py-2 last:border-b-0 sm:grid-cols-[minmax(11rem,2fr)_3fr]">
      <div className="flex items-start gap-2.5">
        <FamilyGlyph family={type?.family ?? 'structure'}>
          <TypeIcon icon={type?.icon ?? ''} />
        </FamilyGlyph>
        <div className="min-w-0">
          <b>{node.label}</b>
          <p className="text-hint text-text-3">{typeTitle(node, locale)}</p>
        </div>
      </div>
      <ul className="self-center">
        {ports.map((port) => {
          const target = node.wires[port.id]
          return (
            <li key={port.id} className="flex items-center gap-1.5">
              {port.key === undefined ? null : <PhoneKey digit={port.key} size="small" />}
              <span>{portWords(node, port, locale)}</span>
              <span className="text-text-3">→</span>
              <span className="font-medium">{target === undefined ? t('nowhere') : labelOf(drawing, target)}</span>
            </li>
          )
        })}
        {ports.length === 0 ? <li className="text-text-2">{t('ends')}</li> : null}
      </ul>
    </li>
  )
}

const labelOf = (drawing: Drawing, id: string): string => drawing.nodes[id]?.label ?? id

function nameOf(drawing: Drawing, id: string, port: string, locale: 'en' | 'zh-CN'): string {
  const node = drawing.nodes[id]
  return node ? portWords(node, port, locale) : port
}
