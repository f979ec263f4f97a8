'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Asked } from '@/app/rooms/Asked'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import type { Person } from '@/app/server/auth/person'
import { useTRPC } from '@/app/trpc/client'
import { Main } from '@/app/ui/Main'
import { TopBar } from '@/app/ui/TopBar'
import { WithAside } from '@/app/ui/WithAside'
import { Acts } from './Acts'
import { RiskChip, StateChip } from './chips'
import { Evidence } from './Evidence'
import { Reading } from './Reading'
import { SignatureTrack } from './SignatureTrack'
import { ToRead } from './ToRead'
import { useOpened } from './useOpened'

/** One release: what is said, drawn and declared, who signed it, and what the reader may do with it. */
export function ReleaseRoom({ hash, person }: { hash: string; person: Person }) {
  const t = useTranslations('review')
  const trpc = useTRPC()
  const release = useQuery(trpc.releases.get.queryOptions({ hash }))
  if (release.data) return <Open release={release.data} person={person} />
  return (
    <>
      <TopBar place={t('title')} placeHref="/review" title={t('one')} />
      <Main>
        <Asked query={release} failed={t('failed')} shape="card">
          {() => null}
        </Asked>
      </Main>
    </>
  )
}

function Open({ release, person }: { release: ReleaseDetail; person: Person }) {
  const t = useTranslations('review')
  const reading = useOpened()
  return (
    <>
      <TopBar
        place={t('title')}
        placeHref="/review"
        title={t('name', { flow: release.flowName, version: release.version })}
        state={
          <>
            <StateChip state={release.state} />
            <RiskChip risk={release.manifest.risk_class} />
          </>
        }
        actions={<Acts release={release} person={person} opened={reading.opened} />}
      />
      <SignatureTrack release={release} />
      <WithAside>
        <ToRead release={release} {...reading} />
        <Main>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1), and some sections hold no link. */}
          <section aria-label={t(`section.${reading.shown}.title`)} tabIndex={0}>
            <Reading release={release} shown={reading.shown} />
          </section>
        </Main>
        <Evidence release={release} />
      </WithAside>
    </>
  )
}
