import { useTranslations } from 'next-intl'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { Time } from '@/app/ui/Time'

/** Who signed before, with what meaning and when. */
export function SignedBefore({ signatures }: Pick<ReleaseDetail, 'signatures'>) {
  const t = useTranslations('review')
  return (
    <div>
      <h3 className="mb-1 font-semibold text-hint text-text-2">{t('sign.before')}</h3>
      {signatures.length === 0 ? <p className="text-text-2">{t('sign.beforeNone')}</p> : null}
      <ul>
        {signatures.map(({ id, printedName, meaning, signedAtUtc }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2 py-0.5">
            <b>{printedName}</b>
            <span className="text-text-2">{t(`meaning.${meaning}`)}</span>
            <Time at={signedAtUtc} className="ms-auto text-hint text-text-3" />
          </li>
        ))}
      </ul>
    </div>
  )
}
