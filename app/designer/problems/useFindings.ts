'use client'

import { useEffect, useRef, useState } from 'react'
import type { Draft } from '#flows/edits/draft'
import type { Finding } from '#flows/node'

const pauseMs = 150

/** What is wrong with the draft, a moment after each edit. Findings of an older draft are never shown over those of a newer one. */
export function useFindings(draft: Draft): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const worker = useRef<Worker>(undefined)
  const turn = useRef(0)
  useEffect(() => {
    const own = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module', name: 'check' })
    own.onmessage = ({ data }: MessageEvent<{ turn: number; findings: Finding[] }>) => {
      if (data.turn === turn.current) setFindings(data.findings)
    }
    worker.current = own
    return () => own.terminate()
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => {
      turn.current += 1
      worker.current?.postMessage({ turn: turn.current, draft })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [draft])
  return findings
}
