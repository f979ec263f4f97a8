import type { Words } from '../content'
import type { Rule } from './facts'

/** Every prompt has words in the flow's first language, and should have them in the others: a caller who chose Spanish expects Spanish. */
export const wordsPresent: Rule = ({ nodes, chart, content }) =>
  nodes.flatMap(({ id, prompts }) =>
    prompts.flatMap(({ key, field }) =>
      chart.meta.locales.flatMap((locale, index) =>
        isSpoken(content[key]?.[locale])
          ? []
          : [
              {
                rule: index === 0 ? 'missing-words' : 'missing-translation',
                level: index === 0 ? ('must' as const) : ('should' as const),
                node: id,
                field,
                values: { key, locale },
              },
            ],
      ),
    ),
  )

const isSpoken = (words: Words | undefined): boolean =>
  words !== undefined && (words.text.trim() !== '' || words.audio !== undefined || words.audioUrl !== undefined)
