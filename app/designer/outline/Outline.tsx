'use client'

import { OctagonX, Plus, Trash2, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/app/ui/Button'
import { FamilyGlyph } from '@/app/ui/FamilyGlyph'
import { Heard } from '@/app/ui/Heard'
import { IconButton } from '@/app/ui/IconButton'
import { PhoneKey } from '@/app/ui/PhoneKey'
import { freshId } from '../canvas/fresh-id'
import { useTypeChoices } from '../canvas/useChoices'
import { useDesk } from '../desk'
import { Picker } from '../find/Picker'
import { LeadsTo } from '../inspector/LeadsTo'
import { type Card, cardOf } from '../reading/card'
import { useKindWords } from '../reading/kind-words'
import { reachOrder } from '../reading/reach-order'
import { TypeIcon } from '../reading/type-icons'
import { WithValues } from '../reading/WithValues'

/** Where the next node is added: behind a way out, or standing alone. */
type Adding = { from?: { node: string; port: string } } | undefined

/** The same flow as a list, in the order of reading: every node, each way out, and where it leads. A complete way to build a flow. */
export function Outline() {
  const t = useTranslations('designer.outline')
  const { draft, shown, locale, canEdit } = useDesk()
  const [adding, add] = useState<Adding>()
  const cards = useMemo(() => reachOrder(draft.drawing).flatMap((id) => cardOf(draft, id, { shown, locale }) ?? []), [draft, shown, locale])
  return (
    <section
      aria-label={t('label', { name: draft.drawing.name })}
      data-region="canvas"
      tabIndex={-1}
      className="min-h-0 flex-1 overflow-auto bg-surface px-4 py-3"
    >
      <ol className="mx-auto flex max-w-200 flex-col">
        {cards.map((card) => (
          <Entry key={card.id} card={card} onAdd={(port) => add({ from: { node: card.id, port } })} />
        ))}
      </ol>
      {canEdit ? (
        <div className="mx-auto mt-3 max-w-200">
          <Button icon={<Plus />} onClick={() => add({})}>
            {t('add')}
          </Button>
        </div>
      ) : null}
      {adding ? <AddPicker adding={adding} onClose={() => add(undefined)} /> : null}
    </section>
  )
}

function Entry({ card, onAdd }: { card: Card; onAdd: (port: string) => void }) {
  const t = useTranslations('designer')
  const kindWords = useKindWords()
  const { draft, edit, goTo, select, selected, walk, findings, canEdit } = useDesk()
  const own = findings.filter(({ node }) => node === card.id)
  const must = own.some(({ level }) => level === 'must')
  const here = walk?.here.some((id) => id.split('/')[0] === card.id)
  return (
    <li className="border-line border-b py-2" data-outline={card.id}>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <FamilyGlyph family={card.family}>
          <TypeIcon icon={card.icon} />
        </FamilyGlyph>
        <button
          type="button"
          className={`min-h-6 font-semibold hover:underline ${selected.has(card.id) ? 'text-ink-text' : ''}`}
          onClick={() => goTo(card.id, '')}
        >
          {card.title}
        </button>
        <span className="text-hint text-text-3">{kindWords(card)}</span>
        {here ? (
          <span className="rounded-[10px] bg-ink px-2 font-semibold text-[0.6875rem] text-on-ink leading-5">{t('card.callerHere')}</span>
        ) : null}
        {own.length > 0 ? (
          <span className={`inline-flex items-center gap-1 text-hint ${must ? 'text-bad' : 'text-warn'}`}>
            {must ? <OctagonX className="size-3.5" aria-hidden="true" /> : <TriangleAlert className="size-3.5" aria-hidden="true" />}
            {t('outline.problems', { count: own.length })}
          </span>
        ) : null}
        {canEdit && card.id !== draft.drawing.start ? (
          <IconButton
            size="compact"
            className="ms-auto"
            icon={<Trash2 />}
            label={t('outline.delete', { name: card.title })}
            onClick={() => {
              if (edit({ kind: 'removeNodes', ids: [card.id] })) select([])
            }}
          />
        ) : null}
      </div>
      {card.words ? (
        <p className="ps-8.5 text-text-2">
          <Heard lang={card.words.locale} className="line-clamp-2">
            <WithValues text={card.words.text} />
          </Heard>
        </p>
      ) : card.detail ? (
        <p className="ps-8.5 text-text-2">{card.detail}</p>
      ) : null}
      <ul className="mt-1 ps-8.5">
        {card.ports.map((port) => (
          <li
            key={port.id}
            className="grid min-h-9 grid-cols-[minmax(6rem,12rem)_minmax(8rem,18rem)_auto] items-center gap-2.5 max-sm:grid-cols-1"
          >
            <span className={`flex items-center gap-1.5 ${port.leads === 'open' ? 'text-bad' : ''}`}>
              {port.key ? <PhoneKey digit={port.key} size="small" /> : null}
              {port.label}
            </span>
            <LeadsTo node={card.id} port={port.id} label={port.label} />
            {canEdit ? (
              <Button size="compact" variant="quiet" icon={<Plus />} className="justify-self-start" onClick={() => onAdd(port.id)}>
                {t('outline.addBehind')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </li>
  )
}

function AddPicker({ adding, onClose }: { adding: NonNullable<Adding>; onClose: () => void }) {
  const t = useTranslations('designer.add')
  const { draft, edit, select } = useDesk()
  const choices = useTypeChoices()
  const pick = (type: string) => {
    const id = freshId(draft, type)
    const { from } = adding
    const at = from && draft.layout.positions[from.node]
    const position = at ? { x: at.x + 248, y: at.y } : undefined
    const label = choices.find((choice) => choice.id === type)?.label
    const added = { kind: 'addNode' as const, type, id, ...(typeof label === 'string' && { label }), ...(position && { position }) }
    if (edit(added, ...(from ? [{ kind: 'wire' as const, from: from.node, port: from.port, to: id }] : []))) select([id])
  }
  return <Picker title={t('after')} choices={choices} onPick={pick} onClose={onClose} />
}
