import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { redlineWords, type Stretch } from './redline-words'

export type RedlineProps = {
  before: string
  after: string
  /** The language of the words, which decides where a word ends. */
  lang: string
  /** Heard words wear the serif and the quotation marks; settings do not. */
  heard?: boolean | undefined
  className?: string | undefined
}

/** What changed, word by word: what came is underlined, what went is struck out, and both are also said in words. */
export function Redline({ before, after, lang, heard = true, className }: RedlineProps) {
  const stretches = redlineWords(before, after, lang)
  const Box = heard ? 'q' : 'span'
  return (
    <Box lang={lang} className={clsx(heard && 'heard heard-reading', className)}>
      {stretches.map((stretch, place) => (
        <Change key={`${stretch.kind}${String(place)}`} {...stretch} />
      ))}
    </Box>
  )
}

function Change({ kind, text }: Stretch) {
  const t = useTranslations('ui.redline')
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  const look =
    kind === 'added'
      ? 'bg-ins text-text underline decoration-[1.5px] decoration-ok underline-offset-3'
      : 'bg-del text-bad line-through decoration-[1.25px]'
  return (
    <Mark className={clsx('rounded-[2px] box-decoration-clone px-px [del+&]:ms-1', look)}>
      <span className="sr-only">{t(kind)} </span>
      {text}
      <span className="sr-only"> {t('end')}</span>
    </Mark>
  )
}
