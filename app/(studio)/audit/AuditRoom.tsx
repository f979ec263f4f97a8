'use client'

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Asked } from '@/app/rooms/Asked'
import { Refused } from '@/app/rooms/Refused'
import { useTRPC } from '@/app/trpc/client'
import { Banner } from '@/app/ui/Banner'
import { Button } from '@/app/ui/Button'
import { Empty } from '@/app/ui/Empty'
import { Main } from '@/app/ui/Main'
import { TopBar } from '@/app/ui/TopBar'
import { AuditTable } from './AuditTable'

/** Who did what, newest first, each entry bound to the one before it. */
export function AuditRoom({ mayVerify }: { mayVerify: boolean }) {
  const t = useTranslations('audit')
  const trpc = useTRPC()
  const pages = useInfiniteQuery(trpc.audit.list.infiniteQueryOptions({}, { getNextPageParam: ({ cursor }) => cursor ?? undefined }))
  const verify = useMutation(trpc.audit.verify.mutationOptions({ onSuccess: () => void pages.refetch() }))
  return (
    <>
      <TopBar
        title={t('title')}
        actions={
          mayVerify ? (
            <Button icon={<ShieldCheck />} pending={verify.isPending} onClick={() => verify.mutate()}>
              {t('verify')}
            </Button>
          ) : null
        }
      />
      <Main>
        <Refused error={verify.error} className="mb-3" />
        {verify.data ? <Verdict {...verify.data} /> : null}
        <Asked query={pages} failed={t('failed')}>
          {({ pages: all }) => {
            const lines = all.flatMap(({ items }) => items)
            return lines.length === 0 ? (
              <Empty title={t('none')} />
            ) : (
              <>
                <AuditTable lines={lines} />
                <div className="mt-3 flex items-center gap-3">
                  <p className="text-hint text-text-3">{t('shown', { count: lines.length })}</p>
                  {pages.hasNextPage ? (
                    <Button size="compact" pending={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                      {t('more')}
                    </Button>
                  ) : null}
                </div>
              </>
            )
          }}
        </Asked>
      </Main>
    </>
  )
}

function Verdict({ ok, entries, brokenAt }: { ok: boolean; entries: number; brokenAt?: number | undefined }) {
  const t = useTranslations('audit')
  return ok ? (
    <Banner state="info" icon={<ShieldCheck />} title={t('whole', { entries })} live className="mb-3" />
  ) : (
    <Banner state="bad" title={t('broken', { at: brokenAt ?? 0 })} live className="mb-3">
      {t('brokenText')}
    </Banner>
  )
}
