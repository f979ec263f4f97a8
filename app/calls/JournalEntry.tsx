import { ArrowRightLeft, CornerDownRight, Grip, MessageSquareText, PhoneOff, Settings2, Volume2, Waypoints } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Fact, Facts } from '@/app/rooms/Facts'
import type { JournalLine } from '@/app/rooms/outputs'
import { Fingerprint } from '@/app/ui/Fingerprint'
import { Heard } from '@/app/ui/Heard'
import { PhoneKey } from '@/app/ui/PhoneKey'
import { offsetWords } from './duration'
import { type StoryLine, storyOf } from './story'

export type JournalEntryProps = {
  entry: JournalLine
  startedAt: string
  labelOf: (node: string) => string
  /** Also engine, latency, nodes and fingerprints. */
  everything: boolean
}

/** One entry: when, what came, what was decided, what was heard. */
export function JournalEntry({ entry, startedAt, labelOf, everything }: JournalEntryProps) {
  const t = useTranslations('calls.journal')
  const lines = storyOf(entry, labelOf)
  return (
    <li className="flex gap-3 border-line border-b px-3.5 py-2 last:border-b-0">
      <time dateTime={entry.at} className="w-13 shrink-0 pt-px text-right text-hint text-text-3 tabular-nums leading-5">
        {offsetWords(startedAt, entry.at)}
      </time>
      <div className="min-w-0 flex-1">
        {lines.length === 0 ? <p className="text-text-3">{t('quiet')}</p> : null}
        <ul className="flex flex-col gap-1">
          {lines.map((line, at) => (
            <Line key={`${line.kind}${String(at)}`} line={line} />
          ))}
        </ul>
        {everything ? <Details entry={entry} /> : null}
      </div>
      <span className="shrink-0 text-hint text-text-3 tabular-nums leading-5">{t('latency', { ms: entry.latencyMs })}</span>
    </li>
  )
}

const icons: Record<StoryLine['kind'], ReactNode> = {
  event: <CornerDownRight />,
  pressed: <Grip />,
  decided: <Waypoints />,
  heard: <Volume2 />,
  sent: <MessageSquareText />,
  system: <ArrowRightLeft />,
  ended: <PhoneOff />,
}

function Line({ line }: { line: StoryLine }) {
  return (
    <li className="flex items-start gap-2">
      <span className="mt-0.75 text-text-3 [&_svg]:size-3.5" aria-hidden="true">
        {icons[line.kind] ?? <Settings2 />}
      </span>
      <span className="min-w-0">
        <LineWords line={line} />
      </span>
    </li>
  )
}

function LineWords({ line }: { line: StoryLine }) {
  const t = useTranslations('calls')
  if ('text' in line) {
    return (
      <>
        <span className="sr-only">{t(line.kind === 'heard' ? 'line.heard' : 'line.sent')} </span>
        <Heard lang={line.locale}>{line.text}</Heard>
      </>
    )
  }
  if ('digits' in line) {
    if (line.hidden) return <>{t('line.hiddenKeys', { keys: line.digits, count: line.digits.length })}</>
    return (
      <span className="inline-flex flex-wrap items-center gap-1">
        {t('line.pressed')}{' '}
        {[...line.digits].map((digit, at) => (
          <PhoneKey key={`${digit}${String(at)}`} digit={digit} ink />
        ))}
      </span>
    )
  }
  if (line.kind === 'decided') return <b>{t('line.went', line.values)}</b>
  const key = `line.${line.key}`
  return <>{t.has(key) ? t(key, line.values) : line.key}</>
}

function Details({ entry: { sequence, turn, leg, kind, engine, before, after, prompts, note } }: { entry: JournalLine }) {
  const t = useTranslations('calls.journal')
  return (
    <Facts className="mt-2 border-line border-t pt-2 text-hint">
      <Fact name={t('entry')}>{t('entryWords', { sequence, kind, turn: turn ?? 0, leg: leg ?? '' })}</Fact>
      <Fact name={t('nodes')}>
        <code>{before.join(' ') || '–'}</code> → <code>{after.join(' ') || '–'}</code>
      </Fact>
      <Fact name={t('engine')}>{engine}</Fact>
      {prompts.length > 0 ? (
        <Fact name={t('prompts')}>
          {prompts.map((hash) => (
            <Fingerprint key={hash} hash={hash} short className="me-2" />
          ))}
        </Fact>
      ) : null}
      {note ? <Fact name={t('note')}>{note}</Fact> : null}
    </Facts>
  )
}
