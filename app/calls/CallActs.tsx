'use client'

import { useMutation } from '@tanstack/react-query'
import { CircleCheck, Eye, EyeOff, OctagonX, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CallDetail } from '@/app/rooms/outputs'
import { useRefusalWords } from '@/app/rooms/refusal'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { UnmaskDialog } from './UnmaskDialog'

/** Run the journal through its release again, and see what is hidden. */
export function CallActs({ call, onUnmask }: { call: CallDetail; onUnmask: (call: CallDetail | undefined) => void }) {
  const t = useTranslations('calls')
  const trpc = useTRPC()
  const words = useRefusalWords()
  const [asking, setAsking] = useState(false)
  const replay = useMutation(trpc.calls.replay.mutationOptions())
  return (
    <>
      <p role="status" className="max-w-100 text-hint">
        {replay.error ? <span className="text-bad">{words(replay.error)}</span> : null}
        {replay.data ? <Answer {...replay.data} /> : null}
      </p>
      {call.release ? (
        <Button icon={<RotateCw />} pending={replay.isPending} onClick={() => replay.mutate({ session: call.id })}>
          {t('replay.open')}
        </Button>
      ) : null}
      {call.masked && call.mayUnmask ? (
        <Button icon={<Eye />} onClick={() => setAsking(true)}>
          {t('unmask.open')}
        </Button>
      ) : null}
      {call.masked ? null : (
        <Button icon={<EyeOff />} onClick={() => onUnmask(undefined)}>
          {t('unmask.hide')}
        </Button>
      )}
      {asking ? <UnmaskDialog session={call.id} onClose={() => setAsking(false)} onUnmask={onUnmask} /> : null}
    </>
  )
}

function Answer({
  same,
  steps,
  differences,
}: {
  same: boolean
  steps: number
  differences: readonly { sequence: number; what: string }[]
}) {
  const t = useTranslations('calls.replay')
  const where = [...new Set(differences.map(({ sequence }) => sequence))].join(', ')
  return (
    <span className={`inline-flex items-start gap-1.5 [&_svg]:mt-px [&_svg]:size-3.5 ${same ? 'text-ok' : 'text-bad'}`}>
      {same ? <CircleCheck aria-hidden="true" /> : <OctagonX aria-hidden="true" />}
      {same ? t('same', { steps }) : t('different', { where })}
    </span>
  )
}
