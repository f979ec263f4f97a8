import { clsx } from 'clsx'
import { Ban, Circle, CircleCheck, CircleDot, MessageSquareWarning } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { Time } from '@/app/ui/Time'

type Stop = { name: string; who: ReactNode; at?: string | undefined; state: 'done' | 'now' | 'ahead' | 'asked' | 'stopped' }

const icons: Record<Stop['state'], ReactNode> = {
  done: <CircleCheck className="text-ok" />,
  now: <CircleDot className="text-ink-text" />,
  ahead: <Circle className="text-text-3" />,
  asked: <MessageSquareWarning className="text-warn" />,
  stopped: <Ban className="text-bad" />,
}

/** Where the release stands on its way to patients: submitted, approved, live. */
export function SignatureTrack({ release }: { release: ReleaseDetail }) {
  const t = useTranslations('review.track')
  const stops = stopsOf(release, t)
  return (
    <section aria-label={t('label')}>
      <ol className="flex flex-none flex-wrap border-line border-b bg-surface max-sm:flex-col">
        {stops.map(({ name, who, at, state }) => (
          <li
            key={name}
            aria-current={state === 'now' || state === 'asked' ? 'step' : undefined}
            className={clsx(
              'flex min-w-44 flex-1 items-start gap-2.5 border-line px-4 py-2 sm:border-r sm:last:border-r-0',
              state === 'now' && 'bg-ink-soft shadow-[inset_0_-2px_0_var(--ink)]',
              state === 'asked' && 'bg-warn-soft',
            )}
          >
            <span className="mt-0.5 [&_svg]:size-4" aria-hidden="true">
              {icons[state]}
            </span>
            <span className="min-w-0 flex-1">
              <b className="block">{name}</b>
              <span className={clsx('block', state === 'now' ? 'font-medium text-ink-text' : 'text-text-2')}>{who}</span>
            </span>
            {at ? <Time at={at} className="text-hint text-text-3" /> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function stopsOf(
  { state, signatures, submittedBy, submittedAt, mayApprove, mayPoint, decision, liveOn }: ReleaseDetail,
  t: (key: string, values?: Record<string, string | number>) => string,
): Stop[] {
  const approved = signatures.find(({ meaning }) => meaning === 'Approved-for-patient-use')
  const pointed = signatures.findLast(({ meaning }) => meaning === 'Released-to-environment')
  const withdrawn = signatures.findLast(({ meaning }) => meaning === 'Withdrawn')
  const approval: Stop = approved
    ? { name: t('approval'), who: approved.printedName, at: approved.signedAtUtc, state: 'done' }
    : state === 'changes_requested'
      ? { name: t('approval'), who: t('asked', { comment: decision ?? '' }), state: 'asked' }
      : { name: t('approval'), who: mayApprove.ok ? t('you') : t('compliance'), state: 'now' }
  const aliases = liveOn.map(({ alias }) => alias).join(', ')
  const live: Stop = withdrawn
    ? { name: t('withdrawn'), who: withdrawn.printedName, at: withdrawn.signedAtUtc, state: 'stopped' }
    : liveOn.length > 0
      ? { name: t('live'), who: t('liveOn', { aliases }), at: pointed?.signedAtUtc, state: 'done' }
      : {
          name: t('goesLive'),
          who: mayPoint.ok ? t('youPoint') : t('manager'),
          state: approved && state !== 'superseded' ? 'now' : 'ahead',
        }
  return [{ name: t('submitted'), who: submittedBy, at: submittedAt, state: 'done' }, approval, live]
}
