'use client'

import { clsx } from 'clsx'
import { AudioLines } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Chip } from '@/app/ui/Chip'
import { Heard } from '@/app/ui/Heard'
import { PhoneKey } from '@/app/ui/PhoneKey'
import { clockOf } from './clock'
import type { Line, Rehearsal } from './rehearsal-state'

/** What was said, pressed and done, line by line, with the time since the contact began. */
export function Transcript({ rehearsal, onNode }: { rehearsal: Rehearsal; onNode: (node: string) => void }) {
  const t = useTranslations('designer.rehearsal')
  const end = useRef<HTMLDivElement>(null)
  const count = rehearsal.lines.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what scrolls
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  return (
    <div role="log" aria-label={t('transcript')} className="min-h-0 flex-1 overflow-auto py-1.5">
      {rehearsal.lines.map((line, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added
          key={index}
          className={clsx(
            'flex items-baseline gap-2 px-3.5 py-0.75 text-hint',
            index === count - 1 && rehearsal.state === 'live' && 'bg-ink-soft',
          )}
        >
          <time className="w-9 flex-none text-[0.71875rem] text-text-3 tabular-nums">{clockOf(line.at)}</time>
          <Who line={line} rehearsal={rehearsal} onNode={onNode} />
          <Said line={line} />
        </div>
      ))}
      <div ref={end} />
    </div>
  )
}

function Who({ line, rehearsal, onNode }: { line: Line; rehearsal: Rehearsal; onNode: (node: string) => void }) {
  const t = useTranslations('designer.rehearsal')
  const look = 'w-26 flex-none truncate text-left text-[0.71875rem] text-text-3'
  if (line.who === 'caller') return <span className={look}>{t('caller')}</span>
  if (line.who === 'note') return <span className={look} aria-hidden="true" />
  const label = rehearsal.flow.nodes.get(line.node)?.label ?? t('line')
  return (
    <button type="button" className={clsx(look, 'hover:text-ink-text hover:underline')} onClick={() => onNode(line.node)}>
      {label}
    </button>
  )
}

function Said({ line }: { line: Line }) {
  const t = useTranslations('designer.rehearsal')
  if (line.who === 'line') {
    const recording = line.words.audioUrl ?? line.words.audio
    return (
      <span className="min-w-0">
        {line.to === 'callee' ? <span className="me-1.5 text-[0.71875rem] text-text-3">{t('toSomebody')}</span> : null}
        {recording ? (
          <span className="me-1.5">
            <Chip icon={<AudioLines />}>{t('recorded')}</Chip>
          </span>
        ) : null}
        {line.words.text ? (
          <Heard lang={line.words.locale} className="text-[0.8125rem]!">
            {line.words.text}
          </Heard>
        ) : (
          <span className="break-all text-text-2">{t('recording', { name: recording ?? '' })}</span>
        )}
      </span>
    )
  }
  if (line.who === 'note') return <span className="min-w-0 break-words text-text-2">{noteWords(t, line)}</span>
  if (line.text !== undefined) {
    return (
      <Heard lang="und" className="text-[0.8125rem]!">
        {line.text}
      </Heard>
    )
  }
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1 text-text-2">
      {[...(line.keys ?? '')].map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: keys in the order pressed
        <PhoneKey key={index} digit={key} size="small" ink />
      ))}
      {line.meant ?? null}
    </span>
  )
}

function noteWords(t: ReturnType<typeof useTranslations>, { note, values }: Extract<Line, { who: 'note' }>): string {
  const label = String(values.label ?? '')
  return t(`note.${note}`, { ...values, label: t.has(`choice.${label}`) ? t(`choice.${label}`) : label })
}
