'use client'

import { AudioLines, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { Words } from '#flows/content'
import { Button } from '@/app/ui/Button'
import { RecordingPlayer } from '@/app/ui/RecordingPlayer'
import { useSending } from './useSending'

export type RecordingProps = {
  words: Words | undefined
  /** The language's name, for who listens to the screen. */
  language: string
  locked: boolean
  onChange: (words: Words) => void
}

/** The recording that plays instead of these words: choose a file, hear it, take it away. */
export function Recording({ words, language, locked, onChange }: RecordingProps) {
  const t = useTranslations('designer.recording')
  const latest = useRef(words)
  useEffect(() => {
    latest.current = words
  }, [words])
  const file = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  // What was typed while the file was on its way stays; a recording from elsewhere gives way to ours.
  const { sending, trouble, send } = useSending((audio) => onChange({ ...withoutRecording(latest.current), audio }))
  const remove = () => {
    onChange(withoutRecording(words))
    button.current?.focus()
  }
  const recording = words?.audio
  const outside = recording ? undefined : words?.audioUrl
  return (
    <div className="flex flex-col items-start gap-1 border-line border-t pt-1.5 text-hint">
      {recording ? <RecordingPlayer sha256={recording} label={t('player', { language })} /> : null}
      {outside ? <p className="break-all text-text-3">{t('outside', { address: outside })}</p> : null}
      {recording ? <p className="text-text-3">{t(words?.text.trim() ? 'says' : 'write')}</p> : null}
      {locked ? null : (
        <div className="flex flex-wrap gap-1">
          <Button ref={button} size="compact" icon={<AudioLines />} pending={sending} onClick={() => file.current?.click()}>
            {t(sending ? 'sending' : recording || outside ? 'another' : 'use')}
          </Button>
          {recording || outside ? (
            <Button size="compact" variant="quiet" icon={<Trash2 />} onClick={remove}>
              {t('remove')}
            </Button>
          ) : null}
          <input
            ref={file}
            type="file"
            accept="audio/mpeg,audio/wav,.mp3,.wav"
            aria-label={t('file', { language })}
            tabIndex={-1}
            className="hidden"
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? []
              // The same file may be chosen again after a failure.
              currentTarget.value = ''
              if (chosen) void send(chosen)
            }}
          />
        </div>
      )}
      <p aria-live="polite" className="text-bad empty:hidden">
        {trouble}
      </p>
    </div>
  )
}

function withoutRecording(words: Words | undefined): Words {
  const { audio: _audio, audioUrl: _audioUrl, ...kept } = words ?? { text: '' }
  return kept
}
