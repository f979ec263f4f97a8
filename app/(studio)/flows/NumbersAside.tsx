'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck, LifeBuoy, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { may, type Role } from '#flows/release/permissions'
import { Asked } from '@/app/rooms/Asked'
import type { NumberLine } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'
import { useTRPC } from '@/app/trpc/client'
import { Aside } from '@/app/ui/Aside'

/** Which number rings what, those that ring nothing first. */
export function NumbersAside({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations('flows.numbers')
  const trpc = useTRPC()
  const numbers = useQuery(trpc.numbers.list.queryOptions())
  return (
    <Aside label={t('title')}>
      <h2 className="text-group">{t('title')}</h2>
      <Asked query={numbers} failed={t('failed')} shape="lines">
        {(lines) => (
          <>
            <ul className="mt-2 border-line border-t">
              {[...lines].sort(safeFirst).map((line) => (
                <NumberRow key={`${line.number} ${line.channel}`} line={line} mayBind={may(roles, 'number.bind')} />
              ))}
            </ul>
            {lines.length === 0 ? <p className="mt-2 text-text-2">{t('none')}</p> : null}
          </>
        )}
      </Asked>
      <div className="mt-4 flex gap-2.5 rounded-panel border border-line bg-paper px-3.5 py-3">
        <LifeBuoy className="mt-px size-4.5 text-ok" aria-hidden="true" />
        <div className="min-w-0">
          <p className="font-semibold">{t('safe.title')}</p>
          <p className="text-text-2">{t('safe.text')}</p>
        </div>
      </div>
    </Aside>
  )
}

const safeFirst = (one: NumberLine, other: NumberLine): number => Number(other.state === 'safe') - Number(one.state === 'safe')

function NumberRow({ line: { number, channel, state, flowName }, mayBind }: { line: NumberLine; mayBind: boolean }) {
  const t = useTranslations('flows.numbers')
  const live = state === 'live'
  return (
    <li className="border-line border-b py-2">
      <div className="flex items-baseline justify-between gap-2">
        <span className="font-medium tabular-nums">{readableNumber(number)}</span>
        {!live && mayBind ? (
          <Link href="/numbers" className="link text-hint">
            {t('choose')}
            <span className="sr-only">: {readableNumber(number)}</span>
          </Link>
        ) : null}
      </div>
      <p className={`flex items-start gap-1.5 text-hint [&_svg]:mt-px [&_svg]:size-3.5 ${live ? 'text-text-2' : 'text-warn'}`}>
        {live ? <CircleCheck className="text-ok" aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        {live
          ? t('live', { flow: flowName ?? '', channel: channel ?? 'voice' })
          : flowName
            ? t('safeState', { flow: flowName })
            : t('unbound')}
      </p>
    </li>
  )
}
