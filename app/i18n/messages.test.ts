import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { locales } from './locales'
import { messages } from './messages'
import { placeholders } from './placeholders'

const english = leaves(messages.en)

describe('placeholders', () => {
  it('reads plain ones, kinds, tags and what stands in branches', () => {
    expect(placeholders("{count, plural, one {# call of {flow}} other {# calls}} <link>since {at, date}</link> '{'no'}'")).toEqual([
      { name: 'at', kind: 'date' },
      { name: 'count', kind: 'plural' },
      { name: 'flow', kind: 'plain' },
      { name: 'link', kind: 'tag' },
    ])
  })
})

describe.each(locales)('the words in %s', (locale) => {
  const words = leaves(messages[locale])

  it('have the same keys as English', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('have the same placeholders as English', () => {
    const differing = [...words].filter(([key, text]) => signature(text) !== signature(english.get(key) ?? ''))
    expect(differing).toEqual([])
  })

  it('are never empty and never wear stray spaces', () => {
    expect([...words].filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([])
  })

  it('are messages that can be formatted', () => {
    const failures: string[] = []
    const t = createTranslator({ locale, messages: messages[locale], timeZone: 'UTC', onError: (error) => failures.push(error.message) })
    for (const [key, text] of words) t.markup(key as never, filling(text) as never)
    expect(failures).toEqual([])
  })
})

function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') found.set(here, value)
    else for (const [inner, text] of leaves(value, here)) found.set(inner, text)
  }
  return found
}

function signature(text: string): string {
  return placeholders(text)
    .map(({ name, kind }) => `${name}:${kind}`)
    .join(' ')
}

function filling(text: string): Record<string, unknown> {
  const values: Record<string, (kind: string) => unknown> = {
    plural: () => 2,
    selectordinal: () => 2,
    number: () => 2,
    date: () => new Date(0),
    time: () => new Date(0),
    tag: () => (chunks: string) => chunks,
  }
  return Object.fromEntries(placeholders(text).map(({ name, kind }) => [name, values[kind]?.(kind) ?? 'x']))
}
