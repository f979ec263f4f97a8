import { z } from 'zod'
import { Words } from '../content'
import { Locale, PromptKey } from '../ids'
import type { Json } from '../json'
import { defineEdit, without } from './define'

/** Gives a prompt its words in one language, or takes them away (null). */
export const setWords = defineEdit({
  kind: 'setWords',
  schema: z.strictObject({ kind: z.literal('setWords'), key: PromptKey, locale: Locale, words: Words.nullable() }),
  apply(draft, { key, locale, words }) {
    const { [key]: byLocale = {}, ...others } = draft.content
    const changed = words ? { ...byLocale, [locale]: words } : without(byLocale, [locale])
    return { ok: true, draft: { ...draft, content: Object.keys(changed).length > 0 ? { ...others, [key]: changed } : others } }
  },
  invert: ({ content }, { key, locale }) => ({ kind: 'setWords', key, locale, words: content[key]?.[locale] ?? null }),
  // Inside the node the key is named after, so that removing the node meanwhile is noticed.
  touches: ({ key, locale, words }) => [
    [`content/${key}/${locale}`, JSON.parse(JSON.stringify(words)) as Json],
    [`nodes/${key.slice(0, key.indexOf('.'))}/words/${key}/${locale}`, JSON.parse(JSON.stringify(words)) as Json],
  ],
})
