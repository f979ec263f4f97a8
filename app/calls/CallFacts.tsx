import { MessageSquareText, Phone, ShieldCheck, ShieldX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { languageName } from '@/app/designer/reading/languages'
import { Fact, Facts } from '@/app/rooms/Facts'
import type { CallDetail } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'
import { Aside } from '@/app/ui/Aside'
import { Fingerprint } from '@/app/ui/Fingerprint'
import { Time } from '@/app/ui/Time'
import { durationWords } from './duration'

/** Who, on which release, for how long, and whether the journal is what was written. */
export function CallFacts({ call }: { call: CallDetail }) {
  const t = useTranslations('calls')
  return (
    <Aside label={t('facts.title')}>
      <p className="flex items-center gap-2.5">
        <span className="grid size-8 place-items-center rounded-full bg-sunken text-text-2 [&_svg]:size-4" aria-hidden="true">
          {call.channel === 'voice' ? <Phone /> : <MessageSquareText />}
        </span>
        <span>
          <b className="block tabular-nums">{call.masked ? call.theirs : readableNumber(call.theirs)}</b>
          <span className="text-hint text-text-3">
            {call.masked ? t(call.mayUnmask ? 'facts.masked' : 'facts.hidden') : t('facts.shown')}
          </span>
        </span>
      </p>
      <div className="my-3 rounded-card border border-ink-line bg-ink-soft px-3 py-2">
        {call.release ? (
          <>
            <Link href={`/review/${call.release.hash}`} className="link">
              {t('facts.release', { flow: call.flowName ?? '', version: call.release.version })}
            </Link>
            <p>
              <Fingerprint hash={call.release.hash} short />
            </p>
          </>
        ) : (
          <p>{t('facts.safe')}</p>
        )}
      </div>
      <Facts>
        <Fact name={t('column.ours')}>{readableNumber(call.ours)}</Fact>
        <Fact name={t('column.began')}>
          <Time at={call.startedAt} />
        </Fact>
        <Fact name={t('column.lasted')}>{call.endedAt ? durationWords(call.startedAt, call.endedAt) : t('status.open')}</Fact>
        <Fact name={t('facts.language')}>{call.locale ? languageName(call.locale) : t('facts.noLanguage')}</Fact>
        <Fact name={t('facts.entries')}>{call.entries.length}</Fact>
      </Facts>
      <p
        className={`mt-4 flex items-start gap-2 border-line border-t pt-3 [&_svg]:mt-px [&_svg]:size-4 ${call.chain.ok ? '' : 'text-bad'}`}
      >
        {call.chain.ok ? <ShieldCheck className="text-ok" aria-hidden="true" /> : <ShieldX aria-hidden="true" />}
        {call.chain.ok ? t('facts.whole') : t('facts.broken', { at: call.chain.brokenAt ?? 0 })}
      </p>
    </Aside>
  )
}
