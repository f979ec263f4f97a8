import { globSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDraft } from '#flows/check/check-draft'
import { drafts } from '#flows/testing/drawings'
import { locales } from './locales'
import { messages } from './messages'
import { placeholders } from './placeholders'

const sources = globSync(['flows/check/*.ts', 'flows/nodes/*/*.ts']).filter((file) => !file.endsWith('.test.ts'))
const texts = sources.map((file) => readFileSync(file, 'utf8')).join('\n')
// A rule is written `rule: 'its-id'`, or as the first argument of the few functions that build findings.
const rules = new Set(
  [...texts.matchAll(/(?:rule: |unknown\(|finding\(|\? )'([a-z]+(?:-[a-z]+)*)'/g)].flatMap(([whole, rule = '']) =>
    rule.includes('-') || whole.startsWith('rule') ? [rule] : [],
  ),
)

describe.each(locales)('the findings of the chart check in %s', (locale) => {
  const words: Record<string, unknown> = messages[locale].checks

  it('have a title and a way to mend for every rule there is', () => {
    expect(rules.size).toBeGreaterThan(40)
    expect([...rules].filter((rule) => !isFindingWords(words[rule]))).toEqual([])
  })

  it('bring every value their words ask for', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        for (const { rule, values = {} } of checkDraft(draft)) {
          const { title, fix } = words[rule] as { title: string; fix: string }
          for (const { name } of [...placeholders(title), ...placeholders(fix)]) expect(Object.keys(values), rule).toContain(name)
        }
      }),
    )
  })
})

const isFindingWords = (words: unknown): boolean => typeof words === 'object' && words !== null && 'title' in words && 'fix' in words
