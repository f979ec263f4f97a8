'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { sendRecording } from './send-recording'

export interface Sending {
  sending: boolean
  /** Why the last file was not kept, as a sentence. */
  trouble: string | undefined
  send(file: Blob): Promise<void>
}

/** Sends files one at a time. When the reader goes elsewhere meanwhile, nothing is changed any more. */
export function useSending(onKept: (sha256: string) => void): Sending {
  const t = useTranslations()
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])
  async function send(file: Blob): Promise<void> {
    abort.current?.abort()
    const mine = new AbortController()
    abort.current = mine
    const { signal } = mine
    setSending(true)
    setTrouble(undefined)
    const sent = await sendRecording(file, { signal })
    if (signal.aborted) return
    setSending(false)
    if (sent.ok) return onKept(sent.sha256)
    const key = `errors.${sent.error}`
    setTrouble(sent.error !== undefined && t.has(key) ? t(key) : t('designer.recording.failed'))
  }
  return { sending, trouble, send }
}
