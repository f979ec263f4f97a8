'use client'

import { Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/ui/Button'
import { TextArea } from '@/app/ui/TextArea'
import { answering, isAnswer } from './answering'
import { choicesAt } from './choices'
import { happen, letPass } from './rehearsal'
import type { Rehearsal } from './rehearsal-state'

/** What could happen outside the phone now, and the timers that run. */
export function Controls({ rehearsal, go }: { rehearsal: Rehearsal; go: (next: (now: Rehearsal) => Rehearsal) => void }) {
  const t = useTranslations('designer.rehearsal')
  const [answer, setAnswer] = useState('')
  const choices = choicesAt(rehearsal)
  const answerable = choices.some(({ event }) => isAnswer(event))
  const timers = rehearsal.state === 'live' ? rehearsal.timers : []
  if (choices.length + timers.length === 0) return null
  return (
    <div className="flex flex-none flex-col gap-2 overflow-auto border-line p-2.5 max-sm:border-t sm:w-56 sm:border-l">
      {choices.length > 0 ? (
        <section aria-label={t('happens')} className="flex flex-col gap-1">
          <h3 className="font-semibold text-hint text-text-2">{t('happens')}</h3>
          {answerable ? (
            <TextArea
              rows={2}
              className="font-mono text-hint!"
              spellCheck={false}
              aria-label={t('answer')}
              placeholder={t('answerHint')}
              value={answer}
              onChange={(event) => setAnswer(event.currentTarget.value)}
            />
          ) : null}
          {choices.map((choice) => (
            <Button
              key={choice.id}
              size="compact"
              className="justify-start!"
              onClick={() => go((now) => happen(now, answering(choice, answer)))}
            >
              {t.has(`choice.${choice.label}`) ? t(`choice.${choice.label}`) : choice.label}
            </Button>
          ))}
        </section>
      ) : null}
      {timers.length > 0 ? (
        <section aria-label={t('timers')} className="flex flex-col gap-1">
          <h3 className="font-semibold text-hint text-text-2">{t('timers')}</h3>
          {timers.map((timer) => (
            <Button
              key={timer.id}
              size="compact"
              icon={<Clock />}
              className="justify-start!"
              onClick={() => go((now) => letPass(now, timer.id))}
            >
              {t('letPass', { left: durationOf(t, timer.due - rehearsal.now) })}
            </Button>
          ))}
        </section>
      ) : null}
    </div>
  )
}

function durationOf(t: ReturnType<typeof useTranslations>, ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 120) return t('seconds', { count: seconds })
  return seconds < 7200 ? t('minutes', { count: Math.round(seconds / 60) }) : t('hours', { count: Math.round(seconds / 3600) })
}
