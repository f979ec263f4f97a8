'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Asked } from '@/app/rooms/Asked'
import type { ImportedFlow } from '@/app/rooms/outputs'
import { useTRPC } from '@/app/trpc/client'
import { ButtonLink } from '@/app/ui/ButtonLink'
import { Chip } from '@/app/ui/Chip'
import { Empty } from '@/app/ui/Empty'
import { Fingerprint } from '@/app/ui/Fingerprint'
import { Main } from '@/app/ui/Main'
import { Time } from '@/app/ui/Time'
import { TopBar } from '@/app/ui/TopBar'
import { Report } from '../Report'
import { MappingForm } from './MappingForm'

/** What an imported flow names that exists only in the account it came from, and what stands for it here. */
export function MappingRoom({ flow, mayMap }: { flow: string; mayMap: boolean }) {
  const t = useTranslations('import')
  const trpc = useTRPC()
  const imported = useQuery(trpc.imports.get.queryOptions({ flow }))
  return (
    <>
      <TopBar
        place={t('flows')}
        placeHref="/flows"
        title={imported.data ? t('map.of', { flow: imported.data.source.name }) : t('map.title')}
        state={imported.data ? <Open references={imported.data.references} /> : null}
        actions={<ButtonLink href={`/flows/${flow}`}>{t('map.open')}</ButtonLink>}
      />
      <Main>
        <Asked query={imported} failed={t('map.failed')}>
          {(data) =>
            data === null ? (
              <Empty title={t('map.none')}>{t('map.noneText')}</Empty>
            ) : (
              <div className="flex max-w-240 flex-col gap-4">
                <MappingForm flow={flow} references={data.references} mayMap={mayMap} />
                <Report report={data.report} />
                <p className="text-hint text-text-3">
                  {t.rich('map.source', { time: () => <Time at={data.source.at} show="full" /> })} <Fingerprint hash={data.source.hash} />
                </p>
              </div>
            )
          }
        </Asked>
      </Main>
    </>
  )
}

function Open({ references }: { references: ImportedFlow['references'] }) {
  const t = useTranslations('import.map')
  const open = references.filter((reference) => reference.open).length
  return open === 0 ? (
    <Chip state="ok" icon={<CircleCheck />}>
      {t('allMapped')}
    </Chip>
  ) : (
    <Chip state="warn" icon={<TriangleAlert />}>
      {t('unmapped', { count: open })}
    </Chip>
  )
}
