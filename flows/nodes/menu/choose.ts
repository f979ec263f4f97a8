import { plain } from '../../plain'

interface Option {
  id: string
  label: string
  key?: string | undefined
  words: Record<string, string[]>
}

/**
 * The option a caller meant by what was pressed, said or texted, or undefined when it is unclear.
 * A key alone, one of the option's words in the session's language, or its label; case, punctuation and width do not matter.
 * Spoken sentences may contain the word ("I need a refill please"); when two options match, nothing is guessed.
 */
export function chosenOption(options: readonly Option[], { locale, heard }: { locale: string; heard: string }): string | undefined {
  const said = plain(heard)
  if (said === '') return undefined
  const exact = options.filter(({ key, label, words }) =>
    [key ?? '', label, ...(words[locale] ?? [])].some((word) => word !== '' && plain(word) === said),
  )
  if (exact.length === 1) return exact[0]?.id
  const within = options.filter(({ label, words }) => [label, ...(words[locale] ?? [])].some((word) => contains(said, plain(word))))
  return within.length === 1 ? within[0]?.id : undefined
}

/** Chinese is written without blanks between words, so there a word may stand anywhere. */
const contains = (said: string, word: string): boolean =>
  word !== '' && (/\p{Script=Han}/u.test(word) ? said.includes(word) : ` ${said} `.includes(` ${word} `))
