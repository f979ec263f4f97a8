import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fact, Facts } from '@/app/rooms/Facts'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { Fingerprint } from '@/app/ui/Fingerprint'
import { SignedBefore } from './SignedBefore'
import { type Section, sections } from './sections'

/** The release to the last sign of its fingerprint, what of it was opened, and who signed before. */
export function WhatIsSigned({ release, opened, languages }: { release: ReleaseDetail; opened: readonly Section[]; languages: string }) {
  const t = useTranslations('review')
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold text-hint text-text-2">{t('sign.what')}</h3>
      <Facts>
        <Fact name={t('sign.fingerprint')}>
          <Fingerprint hash={release.hash} />
        </Fact>
        <Fact name={t('sign.shown')}>{t('sign.shownParts', { opened: opened.length, all: sections.length, languages })}</Fact>
        <Fact name={t('sign.compared')}>
          {release.base ? (
            <>
              {t('release', { version: release.base.version })}, <Fingerprint hash={release.base.hash} short />
            </>
          ) : (
            t('compared.first')
          )}
        </Fact>
        <Fact name={t('sign.part')}>
          <span className="inline-flex items-start gap-1.5">
            <CircleCheck className="mt-0.5 size-3.5 text-ok" aria-hidden="true" />
            {t('sign.partNone')}
          </span>
        </Fact>
      </Facts>
      <SignedBefore signatures={release.signatures} />
    </div>
  )
}

/** The meaning of the signature and the exact sentence that is kept with it. */
export function WhatItMeans({ statement }: { statement: string }) {
  const t = useTranslations('review')
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold text-hint text-text-2">{t('sign.means')}</h3>
      <div className="rounded-control border border-ink bg-ink-soft px-3 py-2 inset-ring inset-ring-ink">
        <b>{t('meaning.Approved-for-patient-use')}</b>
        <p className="text-hint text-text-2">{t('sign.meansHint')}</p>
      </div>
      <p className="border-ink border-l-[3px] pl-3 text-[0.9375rem] leading-6">{statement}</p>
    </div>
  )
}
