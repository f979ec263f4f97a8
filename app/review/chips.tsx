import { Archive, Ban, CircleDashed, MessageSquareWarning, ShieldAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RiskClass } from '#flows/release/manifest'
import { Chip, type ChipState } from '@/app/ui/Chip'

const looks: Record<string, { state: ChipState; icon?: ReactNode }> = {
  in_review: { state: 'ink' },
  changes_requested: { state: 'warn', icon: <MessageSquareWarning /> },
  approved: { state: 'ok' },
  scheduled: { state: 'ok' },
  live: { state: 'ok' },
  superseded: { state: 'neutral' },
  withdrawn: { state: 'bad', icon: <Ban /> },
  expired: { state: 'bad', icon: <Ban /> },
  archived: { state: 'neutral', icon: <Archive /> },
}

/** Where a release stands, in a word. */
export function StateChip({ state }: { state: string }) {
  const t = useTranslations('review.state')
  const look = looks[state] ?? { state: 'line' as const, icon: <CircleDashed /> }
  return <Chip {...look}>{t.has(state) ? t(state) : state}</Chip>
}

/** How much a mistake could cost a patient, as computed from what the flow is made of. */
export function RiskChip({ risk }: { risk: RiskClass }) {
  const t = useTranslations('review.risk')
  return (
    <Chip state={risk === 'high' ? 'warn' : 'line'} icon={risk === 'low' ? null : <ShieldAlert />}>
      {t(risk)}
    </Chip>
  )
}
