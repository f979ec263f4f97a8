import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redlineWords } from './redline-words'

const brief = (before: string, after: string, locale = 'en') =>
  redlineWords(before, after, locale)
    .map(({ kind, text }) => ({ same: text, added: `+[${text}]`, removed: `-[${text}]` })[kind])
    .join('')

describe('redlineWords', () => {
  it('marks a phrase as one change, not word by word', () => {
    expect(brief('Tell us your name and your condition.', 'Tell us your name and do not give details.')).toBe(
      'Tell us your name and -[your condition]+[do not give details].',
    )
  })

  it('finds words in Chinese, where no space parts them', () => {
    expect(brief('请按三。', '请按四。', 'zh-CN')).toContain('+[四]')
  })

  it('says nothing changed where nothing did', () => {
    expect(brief('Press 1.', 'Press 1.')).toBe('Press 1.')
    expect(redlineWords('', '', 'en')).toEqual([])
  })

  it('gives back both texts exactly, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '中', 'é', '  ') })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = redlineWords(before, after, 'en')
        const without = (kind: string) =>
          stretches
            .filter((each) => each.kind !== kind)
            .map((each) => each.text)
            .join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }),
    )
  })
})
