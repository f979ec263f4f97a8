'use client'

import { useTranslations } from 'next-intl'
import { Popover } from 'radix-ui'
import { type DragEvent, type ReactNode, useState } from 'react'
import type { AnyNodeType, Family } from '#flows/node'
import { nodeTypes } from '#flows/nodes/index'
import { FamilyGlyph } from '@/app/ui/FamilyGlyph'
import { families } from '@/app/ui/family-outlines'
import { useDesk } from '../desk'
import { TypeIcon } from '../reading/type-icons'

/** What a dragged node type is called on its way to the canvas. */
export const draggedType = 'application/x-callwright-node'

/** Types an operator adds: the start is there once, a stub only comes from an import. */
export const addableTypes: readonly AnyNodeType[] = Object.values<AnyNodeType>(nodeTypes).filter(
  ({ type }) => type !== 'start' && type !== 'stub',
)

/** The add bar at the foot of the canvas: each family opens its node types, to press or to drag to their place. */
export function AddBar({ onAdd }: { onAdd: (type: string) => void }) {
  const t = useTranslations('designer')
  const byFamily = families.flatMap((family) => {
    const types = addableTypes.filter((type) => type.family === family)
    return types.length > 0 ? [{ family, types }] : []
  })
  return (
    <div
      role="toolbar"
      aria-label={t('add.bar')}
      data-region="add"
      tabIndex={-1}
      className="flex max-w-full flex-wrap items-center gap-px rounded-card border border-edge bg-raised ps-3 pe-1.5 py-1 shadow-2"
    >
      <span className="me-1 text-hint text-text-3">{t('add.short')}</span>
      {byFamily.map(({ family, types }) => (
        <FamilyButton key={family} {...{ family, types, onAdd }} />
      ))}
    </div>
  )
}

function FamilyButton({ family, types, onAdd }: { family: Family; types: readonly AnyNodeType[]; onAdd: (type: string) => void }) {
  const t = useTranslations('designer.family')
  const { locale } = useDesk()
  const [open, setOpen] = useState(false)
  const [first] = types
  const add = (type: string) => {
    setOpen(false)
    onAdd(type)
  }
  const look =
    'flex min-h-7.5 items-center gap-1.25 whitespace-nowrap rounded-[7px] pe-1.75 ps-1.25 font-medium text-card hover:bg-sunken data-[state=open]:bg-ink-soft'
  const face = (
    <>
      <FamilyGlyph family={family} size={20}>
        <TypeIcon icon={first?.icon ?? ''} />
      </FamilyGlyph>
      {t(family)}
    </>
  )
  if (types.length === 1 && first) {
    return (
      <Draggable type={first.type} className={look} onPress={() => add(first.type)} title={first.words[locale].summary}>
        {face}
      </Draggable>
    )
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={look}>{face}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={8}
          className="z-50 flex w-72 animate-open flex-col rounded-card border border-edge bg-raised p-1 text-text shadow-3"
        >
          {types.map((type) => (
            <Draggable
              key={type.type}
              type={type.type}
              className="flex items-start gap-2.5 rounded-chip px-2 py-1.5 text-left hover:bg-ink-soft focus-visible:bg-ink-soft"
              onPress={() => add(type.type)}
            >
              <FamilyGlyph family={type.family}>
                <TypeIcon icon={type.icon} />
              </FamilyGlyph>
              <span className="min-w-0">
                <b className="block text-card">{type.words[locale].title}</b>
                <span className="block text-hint text-text-3">{type.words[locale].summary}</span>
              </span>
            </Draggable>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface DraggableProps {
  type: string
  className: string
  title?: string
  onPress: () => void
  children: ReactNode
}

function Draggable({ type, className, title, onPress, children }: DraggableProps) {
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(draggedType, type)
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <button type="button" draggable onDragStart={drag} onClick={onPress} className={className} title={title} data-adds={type}>
      {children}
    </button>
  )
}
