'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CopyButton } from '@/app/rooms/CopyButton'
import { Button } from '@/app/ui/Button'
import { Dialog } from '@/app/ui/Dialog'
import type { Told } from './PeopleRoom'

/** A password that is shown this once. */
export function PasswordOnce({ told: { name, email, password }, onClose }: { told: Told; onClose: () => void }) {
  const t = useTranslations('people.once')
  return (
    <Dialog
      open
      width="narrow"
      onClose={onClose}
      icon={<KeyRound />}
      title={t('title', { name })}
      lead={t('lead')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <p className="text-text-2">{t('email', { email })}</p>
      <p className="mt-2 flex items-center gap-2">
        <code className="min-w-0 flex-1 select-all rounded-control bg-sunken px-2 py-1.5 text-work [overflow-wrap:anywhere]">
          {password}
        </code>
        <CopyButton text={password} of={t('password')} />
      </p>
      <p className="mt-2 text-hint text-text-3">{t('text')}</p>
    </Dialog>
  )
}
