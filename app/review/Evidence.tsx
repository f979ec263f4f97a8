import { BadgeCheck, LifeBuoy, OctagonX, ShieldCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { languageName } from '@/app/designer/reading/languages'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'
import { Aside } from '@/app/ui/Aside'
import { Time } from '@/app/ui/Time'

/** Who signed what, whether the release may answer a call, and where it does. */
export function Evidence({ release }: { release: ReleaseDetail }) {
  const t = useTranslations('review.evidence')
  return (
    <Aside label={t('title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1), and nothing in here is a link. */}
      <section aria-label={t('title')} tabIndex={0}>
        <h2 className="mb-2 text-group">{t('signatures')}</h2>
        <ul className="flex flex-col gap-2.5">
          {release.signatures.map((signature) => (
            <SignatureCard key={signature.id} signature={signature} />
          ))}
        </ul>
        <h2 className="mt-5 mb-1.5 text-group">{t('gate')}</h2>
        <Gate release={release} />
        <h2 className="mt-5 mb-1.5 text-group">{t('live')}</h2>
        {release.liveOn.length === 0 ? <p className="text-text-2">{t('liveNowhere')}</p> : null}
        <ul>
          {release.liveOn.map(({ alias, numbers }) => (
            <li key={alias}>
              <b>{alias}</b> <span className="text-text-2 tabular-nums">{numbers.map(readableNumber).join(', ') || t('noNumber')}</span>
            </li>
          ))}
        </ul>
      </section>
    </Aside>
  )
}

function SignatureCard({ signature }: { signature: ReleaseDetail['signatures'][number] }) {
  const t = useTranslations('review')
  const locale = useLocale()
  const { printedName, title, meaning, statement, signedAtUtc, zone, comment, verified, role } = signature
  return (
    <li className="rounded-card border border-line bg-paper px-3 py-2.5">
      <div className="flex items-start gap-2">
        {verified ? (
          <BadgeCheck className="mt-0.5 size-4 text-ok" aria-hidden="true" />
        ) : (
          <OctagonX className="mt-0.5 size-4 text-bad" aria-hidden="true" />
        )}
        <div className="min-w-0 flex-1">
          <p>
            <b>{printedName}</b> <span className="text-text-2">{title || t(`role.${role}`)}</span>
          </p>
          <p className="font-medium text-ink-text">{t(`meaning.${meaning}`)}</p>
          <p className="text-text-2">{statement}</p>
          {comment ? <p className="mt-1 border-edge border-l-2 pl-2 text-text-2">{comment}</p> : null}
          <p className="mt-1 text-hint text-text-3" title={zone}>
            <Time at={signedAtUtc} show="full" />
          </p>
          <p className={`text-hint ${verified ? 'text-text-3' : 'text-bad'}`} lang={locale}>
            {verified ? t('evidence.verified') : t('evidence.unverified')}
          </p>
        </div>
      </div>
    </li>
  )
}

function Gate({ release: { gate, manifest } }: { release: ReleaseDetail }) {
  const t = useTranslations('review')
  const languages = manifest.locales.map((locale) => languageName(locale, manifest.locales)).join(', ')
  if (gate.open) {
    return (
      <p className="flex items-start gap-2">
        <ShieldCheck className="mt-px size-4 text-ok" aria-hidden="true" />
        <span>{t('evidence.open', { languages })}</span>
      </p>
    )
  }
  return (
    <div className="flex items-start gap-2">
      <LifeBuoy className="mt-px size-4 text-warn" aria-hidden="true" />
      <div>
        <p>{t('evidence.closed')}</p>
        <ul className="list-disc ps-4 text-text-2">
          {gate.reasons.map((reason) => (
            <li key={reason}>{t.has(`closed.${reason}`) ? t(`closed.${reason}`) : reason}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
