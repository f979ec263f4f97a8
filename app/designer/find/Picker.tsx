'use client'

import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { KeyCap } from '@/app/ui/KeyCap'

export interface Choice {
  id: string
  label: ReactNode
  /** What typing is compared with. */
  text: string
  hint?: ReactNode
  icon?: ReactNode
  keys?: string | undefined
}

export interface PickerProps {
  title: string
  choices: readonly Choice[]
  onPick: (id: string) => void
  onClose: () => void
  /** Where the focus goes afterwards; without it, back to where it was. */
  onClosed?: (() => void) | undefined
}

const most = 60

/** Type a few letters, choose with the arrows, Enter. The same for a node type, a wire's target and any command. */
export function Picker({ title, choices, onPick, onClose, onClosed }: PickerProps) {
  const t = useTranslations('designer.picker')
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const base = useId()
  const found = useMemo(() => matching(choices, typed).slice(0, most), [choices, typed])
  const current = found[Math.min(at, found.length - 1)]
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  const pick = (id: string | undefined) => {
    if (id === undefined) return
    onClose()
    onPick(id)
  }
  const keys = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) {
      event.preventDefault()
      setAt((now) => (Math.min(now, found.length - 1) + move + found.length) % Math.max(1, found.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      pick(current?.id)
    }
  }
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim/50" />
        <Dialog.Content
          aria-describedby={undefined}
          onKeyDown={keys}
          onCloseAutoFocus={(event) => {
            if (!onClosed) return
            event.preventDefault()
            onClosed()
          }}
          className="fixed top-[12vh] left-1/2 z-50 flex max-h-[70vh] w-[min(30rem,calc(100vw-16px))] -translate-x-1/2 animate-open flex-col overflow-hidden rounded-panel border border-edge bg-raised text-text shadow-3"
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          <div className="flex items-center gap-2.5 border-line border-b px-3.5 py-2.5">
            <Search className="size-4 text-text-3" aria-hidden="true" />
            <input
              role="combobox"
              aria-expanded="true"
              aria-controls={`${base}list`}
              aria-activedescendant={current ? `${base}${current.id}` : undefined}
              aria-label={title}
              placeholder={title}
              autoComplete="off"
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                setAt(0)
              }}
              className="min-w-0 flex-1 bg-transparent text-[0.9375rem] outline-none"
            />
            <KeyCap>Esc</KeyCap>
          </div>
          <div id={`${base}list`} ref={list} role="listbox" aria-label={title} className="min-h-0 flex-1 overflow-auto p-1.5">
            {found.length === 0 ? <p className="px-2.5 py-3 text-text-2">{t('none')}</p> : null}
            {found.map((choice) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's own.
              <div
                key={choice.id}
                id={`${base}${choice.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={choice === current}
                onClick={() => pick(choice.id)}
                onPointerMove={() => setAt(found.indexOf(choice))}
                className={clsx(
                  'flex min-h-10 cursor-default items-center gap-3 rounded-control px-2.5 py-1',
                  choice === current && 'bg-ink-soft inset-ring inset-ring-ink',
                )}
              >
                {choice.icon}
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{choice.label}</span>
                  {choice.hint ? <span className="block truncate text-hint text-text-3">{choice.hint}</span> : null}
                </span>
                {choice.keys ? <KeyCap>{choice.keys}</KeyCap> : null}
              </div>
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** What begins with the letters stands before what only holds them. */
function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = typed.trim().toLocaleLowerCase()
  if (wanted === '') return [...choices]
  const place = ({ text }: Choice): number => {
    const found = text.toLocaleLowerCase().indexOf(wanted)
    return found === 0 ? 0 : found > 0 ? 1 : 2
  }
  return choices.filter((choice) => place(choice) < 2).toSorted((one, other) => place(one) - place(other))
}
