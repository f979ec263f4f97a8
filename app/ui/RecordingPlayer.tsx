'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { recordingUrl } from './recording-url'

/** Plays a kept recording by its SHA-256, with the browser's own controls. The words it belongs to stand beside it as its text. */
export function RecordingPlayer({ sha256, label }: { sha256: string; label: string }) {
  const t = useTranslations('ui')
  const [failed, setFailed] = useState<string>()
  return (
    <div className="my-1 w-full min-w-0">
      {/* biome-ignore lint/a11y/useMediaCaption: what it says stands beside it as text, to be read without any player */}
      <audio
        controls
        preload="none"
        src={recordingUrl(sha256)}
        aria-label={label}
        className="h-8 w-full min-w-0"
        onError={() => setFailed(sha256)}
      />
      {failed === sha256 ? (
        <p role="alert" className="text-bad text-hint">
          {t('recordingFailed')}
        </p>
      ) : null}
    </div>
  )
}
