import { BadgeCheck, MessageSquareWarning, Signature } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { may, type Role } from '#flows/release/permissions'
import type { FlowLine } from '@/app/rooms/outputs'

type Step = { flow: FlowLine; kind: 'sign' | 'point' | 'mend' }

const icons: Record<Step['kind'], ReactNode> = {
  sign: <Signature className="text-ink-text" />,
  point: <BadgeCheck className="text-ok" />,
  mend: <MessageSquareWarning className="text-warn" />,
}

/** What waits for this reader, by their roles: at most three, the rest stands in the list. */
export function NextSteps({ flows, roles }: { flows: FlowLine[]; roles: readonly Role[] }) {
  const t = useTranslations('flows.step')
  const steps = flows.flatMap((flow) => stepOf(flow, roles)).slice(0, 3)
  if (steps.length === 0) return null
  return (
    <ul className="mb-3 grid grid-cols-[repeat(auto-fit,minmax(16rem,1fr))] gap-3">
      {steps.map(({ flow, kind }) => (
        <li key={flow.id} className="flex items-start gap-2.5 rounded-panel border border-line bg-surface px-3.5 py-2.5 shadow-1">
          <span className="mt-0.5 [&_svg]:size-4.5" aria-hidden="true">
            {icons[kind]}
          </span>
          <div className="min-w-0 flex-1">
            <p className="font-semibold">{t(`${kind}.title`, { flow: flow.name, version: flow.review?.version ?? 0 })}</p>
            <p className="text-text-2">{t(`${kind}.text`)}</p>
          </div>
          <Link href={`/review/${flow.review?.hash ?? ''}`} className="link">
            {t(`${kind}.open`)}
            <span className="sr-only">: {flow.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function stepOf(flow: FlowLine, roles: readonly Role[]): Step[] {
  const { archived, review } = flow
  if (archived || !review) return []
  if (review.state === 'in_review' && may(roles, 'release.approve')) return [{ flow, kind: 'sign' }]
  if (review.state === 'approved' && may(roles, 'release.point')) return [{ flow, kind: 'point' }]
  if (review.state === 'changes_requested' && may(roles, 'flow.edit')) return [{ flow, kind: 'mend' }]
  return []
}
