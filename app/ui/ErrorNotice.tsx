'use client'

import { Copy, OctagonX, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from './Button'

export type ErrorNoticeProps = {
  /** What failed, in the words of the page. */
  title?: ReactNode
  /** What that means; by default that nothing saved is lost. */
  children?: ReactNode
  onRetry?: (() => void) | undefined
  /** What the server's log calls this failure. */
  reference?: string | undefined
  /** Another way on. */
  actions?: ReactNode
  /** The title is a heading where nothing else on the page is. */
  heading?: 'h1' | 'h2' | undefined
}

/** What failed, that nothing is lost, try again, and a reference to quote. */
export function ErrorNotice({ title, children, onRetry, reference, actions, heading }: ErrorNoticeProps) {
  const Title = heading ?? 'p'
  const t = useTranslations('ui.error')
  return (
    <div
      role="alert"
      className="flex flex-col items-center rounded-card border border-edge border-dashed px-6 py-8 text-center text-card leading-4.5"
    >
      <OctagonX className="mb-2 size-6 text-bad" aria-hidden="true" />
      <Title className="text-group">{title ?? t('title')}</Title>
      <p className="mt-0.5 max-w-100 text-text-2">
        {children ?? t('text')} {reference ? t('reference', { reference }) : null}
      </p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        {onRetry ? (
          <Button size="compact" icon={<RotateCw />} onClick={onRetry}>
            {t('again')}
          </Button>
        ) : null}
        {actions}
        {reference ? <CopyReference reference={reference} /> : null}
      </div>
    </div>
  )
}

function CopyReference({ reference }: { reference: string }) {
  const t = useTranslations('ui.error')
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard?.writeText(`${reference} ${window.location.pathname}`).then(() => setCopied(true))
  return (
    <Button variant="quiet" size="compact" icon={<Copy />} onClick={copy}>
      <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
    </Button>
  )
}
