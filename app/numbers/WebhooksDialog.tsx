'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from '@/app/rooms/CopyButton'
import type { NumberLine } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'
import { Button } from '@/app/ui/Button'
import { Dialog } from '@/app/ui/Dialog'

const kinds = ['voice', 'fallback', 'status', 'message'] as const

/** The addresses to paste into Twilio's console, each with the name of the field it belongs in. */
export function WebhooksDialog({ line, onClose }: { line: NumberLine; onClose: () => void }) {
  const t = useTranslations('numbers.webhooks')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title', { number: readableNumber(line.number) })}
      lead={t('lead')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <dl className="flex flex-col gap-3">
        {kinds.map((kind) => (
          <div key={kind} className="flex flex-col gap-1">
            <dt className="font-semibold text-hint">{t(`field.${kind}`)}</dt>
            <dd className="flex items-center gap-2">
              <code className="min-w-0 flex-1 rounded-control bg-sunken px-2 py-1.5 [overflow-wrap:anywhere]">{line.webhooks[kind]}</code>
              <CopyButton text={line.webhooks[kind]} of={t(`field.${kind}`)} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-hint text-text-3">{t('post')}</p>
    </Dialog>
  )
}
