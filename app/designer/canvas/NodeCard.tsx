'use client'

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { clsx } from 'clsx'
import { OctagonX, Phone, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { FamilyGlyph } from '@/app/ui/FamilyGlyph'
import { Heard } from '@/app/ui/Heard'
import { PhoneKey } from '@/app/ui/PhoneKey'
import type { Card, CardPort } from '../reading/card'
import { useKindWords } from '../reading/kind-words'
import { TypeIcon } from '../reading/type-icons'
import { WithValues } from '../reading/WithValues'

export interface CardFacts extends Record<string, unknown> {
  card: Card
  /** How many must and should be fixed. */
  must: number
  should: number
  here: boolean
  /** Ports the caller of the rehearsal left by. */
  walked: string
  passed: boolean
  /** Where it stands in the order of reading, from 1, and of how many. */
  place: number
  of: number
  /** The one stop of the Tab key on the canvas, and the way out it is on, if on one. */
  stop: boolean
  stopPort: string | undefined
  editable: boolean
}

export type CardNode = Node<CardFacts, 'card'>

/** A node as a card that reads like a script: who, what kind, the first words, each way out on its own line. */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<CardNode>) {
  const { card, here, passed, stop, stopPort } = data
  const name = useCardName(data)
  const foot = card.ports.find((port) => port.foot)
  const rows = card.ports.filter((port) => !port.foot)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card on the canvas is a group of its ways out, not of form fields
    <div
      role="group"
      aria-label={name}
      tabIndex={stop && stopPort === undefined ? 0 : -1}
      className="node-card"
      data-card={card.id}
      data-type={card.type}
      data-selected={selected}
      data-here={here}
      data-walked={passed}
    >
      <Handle id="side" type="target" position={Position.Left} className="port-in" style={{ top: 22 }} isConnectableStart={false} />
      <Handle id="top" type="target" position={Position.Top} className="port-in" isConnectableStart={false} />
      <Badges {...data} />
      <header className="node-head flex min-h-11 items-center gap-2 px-2 pt-1 pb-0.5">
        <FamilyGlyph family={card.family}>
          <TypeIcon icon={card.icon} />
        </FamilyGlyph>
        <div className="min-w-0 flex-1">
          <b className="node-title line-clamp-2 text-[0.78125rem] leading-4">{card.title}</b>
          <KindOf card={card} />
        </div>
      </header>
      <Body card={card} />
      {rows.length > 0 ? (
        <div className="node-rows mt-0.5 border-line border-t py-0.75">
          {rows.map((port) => (
            <Row key={port.id} {...{ port, data }} />
          ))}
        </div>
      ) : null}
      {foot ? <Foot port={foot} data={data} /> : null}
      {card.ends ? <i className="port-end" aria-hidden="true" /> : null}
    </div>
  )
})

function KindOf({ card }: { card: Card }) {
  const kindWords = useKindWords()
  return <small className="node-kind block truncate text-[0.6875rem] text-text-3 leading-3.25">{kindWords(card)}</small>
}

function Body({ card }: { card: Card }) {
  const t = useTranslations('designer')
  if (card.unfinished) return <p className="node-body mx-2.25 mb-1.5 text-bad">{t('card.unfinished')}</p>
  if (card.words) {
    return (
      <div className="node-body mx-2.25 mb-1.5">
        {card.words.fallback ? <p className="mb-0.5 text-[0.6875rem] text-warn leading-3.25">{t('card.fallback')}</p> : null}
        <Heard lang={card.words.locale} size="card" className="line-clamp-2">
          <WithValues text={card.words.text} />
        </Heard>
      </div>
    )
  }
  return card.detail ? <p className="node-body mx-2.25 mb-1 truncate text-text-2">{card.detail}</p> : null
}

interface PortProps {
  port: CardPort
  data: CardFacts
}

function Row({ port, data }: PortProps) {
  const t = useTranslations('designer.card')
  const walked = data.walked.split(' ').includes(port.id)
  const name = usePortName(port)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a way out holds no form fields
    <div
      className={clsx('node-row', walked && 'font-semibold text-ink-text')}
      role="group"
      aria-label={name}
      tabIndex={data.stop && data.stopPort === port.id ? 0 : -1}
      data-card-port={`${data.card.id}/${port.id}`}
      data-leads={port.leads}
    >
      {port.key ? <PhoneKey digit={port.key} size="small" ink={walked} /> : null}
      <span className="min-w-0 flex-1 truncate">{port.label}</span>
      {port.leads === 'ends' ? <span className="whitespace-nowrap text-[0.6875rem] text-text-3">{t('endsHere')}</span> : null}
      <Handle
        id={port.id}
        type="source"
        position={Position.Right}
        className="port"
        data-leads={port.leads}
        data-walked={walked}
        isConnectable={data.editable}
        isConnectableEnd={false}
        aria-hidden="true"
      />
    </div>
  )
}

function Foot({ port, data }: PortProps) {
  const name = usePortName(port)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a way out holds no form fields
    <div
      className="node-foot"
      role="group"
      aria-label={name}
      tabIndex={data.stop && data.stopPort === port.id ? 0 : -1}
      data-card-port={`${data.card.id}/${port.id}`}
    >
      <Handle
        id={port.id}
        type="source"
        position={Position.Bottom}
        className="port port-foot"
        data-leads={port.leads}
        data-walked={data.walked.split(' ').includes(port.id)}
        isConnectable={data.editable}
        isConnectableEnd={false}
        aria-hidden="true"
      />
    </div>
  )
}

function Badges({ must, should, here }: CardFacts) {
  const t = useTranslations('designer.card')
  return (
    <>
      {here ? (
        <span className="node-badge absolute -top-4.5 left-2.5 z-2 flex h-5 items-center gap-1 whitespace-nowrap rounded-[10px] bg-ink pe-2 ps-1.5 font-semibold text-[0.6875rem] text-on-ink leading-5 [&_svg]:size-3">
          <Phone aria-hidden="true" />
          {t('callerHere')}
        </span>
      ) : null}
      {must + should > 0 ? (
        <span
          className={clsx(
            'node-badge absolute -top-3 right-2 z-2 inline-flex h-5 items-center gap-0.75 rounded-chip border px-1.25 font-semibold text-[0.6875rem] [&_svg]:size-3 [&_svg]:stroke-2',
            must > 0 ? 'border-bad bg-bad-soft text-bad' : 'border-warn bg-warn-soft text-warn',
          )}
        >
          {must > 0 ? <OctagonX aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          {must + should}
        </span>
      ) : null}
    </>
  )
}

/** "Main menu, Ask, Menu. Node 5 of 17. 5 ways out, 2 problems." */
function useCardName({ card, place, of, must, should, here }: CardFacts): string {
  const t = useTranslations('designer')
  const said = t('card.name', {
    title: card.title,
    family: t(`family.${card.family}`),
    kind: card.kind,
    place,
    of,
    ways: card.ports.length,
    problems: must + should,
  })
  return here ? `${said} ${t('card.callerHere')}.` : said
}

/** "Key 3, Nurse, leads to Nurse line." */
export function usePortName(port: CardPort): string {
  const t = useTranslations('designer.card')
  const way = port.key ? t('keyed', { key: port.key, label: port.label }) : port.label
  return port.target ? t('leadsTo', { way, target: port.target.label }) : t('leadsNowhere', { way })
}
