import type { Words } from '../content'
import type { Rule } from './facts'

/** Every prompt has words in the flow's first language, and should have them in the others: a caller who chose Spanish expects Spanish. */
export const wordsPresent: Rule = ({ nodes, chart, content }) =>
  nodes.flatMap(({ id, prompts }) =>
    prompts.flatMap(({ key, field }) =>
      chart.meta.locales.flatMap((locale, index) =>
        isSpoken(content[key]?.[locale], { texted: chart.meta.channels.includes('sms') })
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

/** A text cannot play a recording: where texts are sent, its words must be written too. */
const isSpoken = (words: Words | undefined, { texted }: { texted: boolean }): boolean =>
  words !== undefined && (words.text.trim() !== '' || (words.audio !== undefined && !texted) || words.audioUrl !== undefined)
