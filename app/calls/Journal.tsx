'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { frameOf } from '#flows/context'
import type { CallDetail } from '@/app/rooms/outputs'
import { useTRPC } from '@/app/trpc/client'
import { Empty } from '@/app/ui/Empty'
import { Switch } from '@/app/ui/Switch'
import { JournalEntry } from './JournalEntry'

/** The journal, told as a story or with everything that was written down. */
export function Journal({ call }: { call: CallDetail }) {
  const t = useTranslations('calls.journal')
  const trpc = useTRPC()
  const [everything, setEverything] = useState(false)
  const release = useQuery(
    trpc.releases.get.queryOptions(
      { hash: call.release?.hash ?? '' },
      { enabled: call.release !== null, staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  const labelOf = (node: string): string => {
    const plain = frameOf(node).node
    return release.data?.drawing.nodes[plain]?.label ?? plain
  }
  return (
    <>
      <header className="mb-2 flex flex-wrap items-center gap-3">
        <h2 className="text-panel">{t('title')}</h2>
        <span className="text-text-2">{t('count', { count: call.entries.length })}</span>
        <div className="ms-auto">
          <Switch checked={everything} onChange={(event) => setEverything(event.currentTarget.checked)}>
            {t('all')}
          </Switch>
        </div>
      </header>
      {call.entries.length === 0 ? (
        <Empty title={t('none')} />
      ) : (
        <ol className="overflow-hidden rounded-panel border border-line bg-surface shadow-1">
          {call.entries.map((entry) => (
            <JournalEntry key={entry.sequence} entry={entry} startedAt={call.startedAt} labelOf={labelOf} everything={everything} />
          ))}
        </ol>
      )}
    </>
  )
}
