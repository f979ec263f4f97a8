'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Asked } from '@/app/rooms/Asked'
import type { CallDetail } from '@/app/rooms/outputs'
import { useTRPC } from '@/app/trpc/client'
import { Banner } from '@/app/ui/Banner'
import { Main } from '@/app/ui/Main'
import { Time } from '@/app/ui/Time'
import { TopBar } from '@/app/ui/TopBar'
import { WithAside } from '@/app/ui/WithAside'
import { CallActs } from './CallActs'
import { CallFacts } from './CallFacts'
import { Outcome } from './CallTable'
import { Journal } from './Journal'

/** One session: what was heard, pressed, decided and sent. Masked until somebody who may says why they must see more. */
export function CallRoom({ session }: { session: string }) {
  const t = useTranslations('calls')
  const trpc = useTRPC()
  const masked = useQuery(trpc.calls.get.queryOptions({ session }))
  const [unmasked, setUnmasked] = useState<CallDetail>()
  const call = unmasked ?? masked.data
  return (
    <>
      <TopBar
        place={t('title')}
        placeHref="/calls"
        title={call ? <Time at={call.startedAt} show="full" /> : t('one')}
        state={call ? <Outcome {...call} /> : null}
        actions={call ? <CallActs call={call} onUnmask={setUnmasked} /> : null}
      />
      <WithAside>
        <Main>
          <Asked query={masked} failed={t('failedOne')}>
            {(data) => (
              <>
                {unmasked ? (
                  <Banner state="warn" title={t('unmasked.title')} className="mb-3">
                    {t('unmasked.text')}
                  </Banner>
                ) : null}
                <Journal call={unmasked ?? data} />
              </>
            )}
          </Asked>
        </Main>
        {call ? <CallFacts call={call} /> : null}
      </WithAside>
    </>
  )
}
