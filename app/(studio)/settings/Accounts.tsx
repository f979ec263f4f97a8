'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Asked } from '@/app/rooms/Asked'
import type { AccountLine } from '@/app/rooms/outputs'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { Card } from '@/app/ui/Card'
import { AccountDialog } from './AccountDialog'

/** The Twilio accounts calls come through. Tokens are never shown again. */
export function Accounts() {
  const t = useTranslations('settings.accounts')
  const trpc = useTRPC()
  const accounts = useQuery(trpc.accounts.list.queryOptions())
  const [editing, setEditing] = useState<AccountLine | 'new'>()
  return (
    <Card
      title={t('title')}
      actions={
        <Button size="compact" onClick={() => setEditing('new')}>
          {t('add')}
        </Button>
      }
    >
      <p className="mb-2 text-text-2">{t('text')}</p>
      <Asked query={accounts} failed={t('failed')} shape="lines">
        {(lines) =>
          lines.length === 0 ? (
            <p className="text-text-2">{t('none')}</p>
          ) : (
            <ul>
              {lines.map((line) => (
                <li key={line.id} className="flex flex-wrap items-center gap-x-3 border-line border-t py-2">
                  <span className="min-w-0 flex-1">
                    <b>{line.name}</b>
                    <code className="block text-text-3 [overflow-wrap:anywhere]">{line.sid}</code>
                    <span className="text-hint text-text-3">{t('tokens', { count: line.tokens, lastFour: line.lastFour })}</span>
                  </span>
                  <Button size="compact" onClick={() => setEditing(line)}>
                    {t('edit')}
                    <span className="sr-only"> {line.name}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {editing ? <AccountDialog account={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} /> : null}
    </Card>
  )
}
