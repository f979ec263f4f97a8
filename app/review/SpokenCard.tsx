import { Plus, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { languageName } from '@/app/designer/reading/languages'
import { typeTitle } from '@/app/designer/reading/port-words'
import { readNode } from '@/app/designer/reading/read-node'
import { spokenSeconds } from '@/app/designer/reading/spoken-seconds'
import { TypeIcon } from '@/app/designer/reading/type-icons'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { Chip } from '@/app/ui/Chip'
import { FamilyGlyph } from '@/app/ui/FamilyGlyph'
import { Heard } from '@/app/ui/Heard'
import { RecordingPlayer } from '@/app/ui/RecordingPlayer'
import { Redline } from '@/app/ui/Redline'
import { ListenButton } from './ListenButton'
import type { SpokenLine, SpokenNode } from './words-by-node'

export type SpokenCardProps = {
  node: SpokenNode
  release: ReleaseDetail
  /** The languages that are read. */
  locales: readonly string[]
  onlyChanged: boolean
}

/** One node's words: a column per language, what came and what went marked. */
export function SpokenCard({ node, release, locales, onlyChanged }: SpokenCardProps) {
  const t = useTranslations('review.section.words')
  const locale = useLocale()
  const drawn = release.drawing.nodes[node.id]
  const type = drawn ? readNode(drawn).type : undefined
  const prompts = node.prompts.filter(({ lines }) => !onlyChanged || lines.some((line) => line.changed))
  return (
    <section aria-label={node.label} className="overflow-hidden rounded-panel border border-line bg-surface shadow-1">
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-b px-3.5 py-2">
        <FamilyGlyph family={type?.family ?? 'structure'}>
          <TypeIcon icon={type?.icon ?? ''} />
        </FamilyGlyph>
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold">{node.label}</h3>
          <p className="text-hint text-text-3">{drawn ? typeTitle(drawn, locale) : node.type}</p>
        </div>
        {node.state === 'new' && release.base ? (
          <Chip state="ok" icon={<Plus />}>
            {t('new')}
          </Chip>
        ) : null}
        {node.state === 'gone' ? (
          <Chip state="bad" icon={<Trash2 />}>
            {t('gone')}
          </Chip>
        ) : null}
      </header>
      {prompts.map(({ key, lines }) => (
        <div
          key={key}
          className="grid grid-cols-[repeat(auto-fit,minmax(min(13.5rem,100%),1fr))] overflow-hidden border-line border-b last:border-b-0"
        >
          {lines
            .filter((line) => locales.includes(line.locale))
            .map((line) => (
              <LineWords key={line.locale} line={line} release={release} />
            ))}
        </div>
      ))}
    </section>
  )
}

function LineWords({ line: { locale, before, after, changed }, release: { drawing, base } }: { line: SpokenLine; release: ReleaseDetail }) {
  const t = useTranslations('review.section.words')
  const [source = 'en-US'] = drawing.locales
  const seconds = after ? spokenSeconds(after.text) : 0
  const was = before ? spokenSeconds(before.text) : 0
  const marked = changed && base !== null
  return (
    <div className="-mt-px -ml-px min-w-0 border-line border-t border-l px-3.5 py-2.5">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-3 text-hint">
        <b lang={locale}>{languageName(locale, drawing.locales)}</b>
        <span className="flex items-center gap-1.5 text-text-3 tabular-nums">
          {after ? (marked && before && was !== seconds ? t('secondsWas', { seconds, was }) : t('seconds', { seconds })) : null}
          {after?.text ? <ListenButton text={after.text} locale={locale} /> : null}
        </span>
      </div>
      {!after && !before ? <p className="text-warn">{t('missing', { language: languageName(source, drawing.locales) })}</p> : null}
      {marked ? (
        <Redline before={before?.text ?? ''} after={after?.text ?? ''} lang={locale} />
      ) : after ? (
        <Heard lang={locale} size="reading">
          {after.text}
        </Heard>
      ) : null}
      {after?.audio ? (
        <RecordingPlayer sha256={after.audio} label={t('player', { language: languageName(locale, drawing.locales) })} />
      ) : null}
      {after?.audio || after?.audioUrl ? (
        <p className="mt-1 text-hint text-text-2">{t(after.audio ? 'recording' : 'outside', { from: after.audioUrl ?? '' })}</p>
      ) : null}
    </div>
  )
}
