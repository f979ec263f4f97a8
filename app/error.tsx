'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from './ui/ButtonLink'
import { ErrorNotice } from './ui/ErrorNotice'

/** A page that failed. The digest is what the server's log calls the failure; no inner words reach the reader. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('ui.error')
  return (
    <main id="main" className="grid min-h-0 flex-1 place-items-center p-4">
      <div className="w-full max-w-120">
        <ErrorNotice
          heading="h1"
          onRetry={reset}
          reference={error.digest}
          actions={
            <ButtonLink href="/flows" variant="quiet" size="compact">
              {t('back')}
            </ButtonLink>
          }
        />
      </div>
    </main>
  )
}
