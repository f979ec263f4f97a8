import { describe, expect, it } from 'vitest'
import { chooseLocale } from './choose-locale'

describe('chooseLocale', () => {
  it('keeps what the reader chose', () => {
    expect(chooseLocale('zh-CN', 'en-US,en;q=0.9')).toBe('zh-CN')
  })

  it('ignores a choice it does not know', () => {
    expect(chooseLocale('xx', 'zh-TW')).toBe('zh-CN')
  })

  it('takes the heaviest wish it speaks, not the first', () => {
    expect(chooseLocale(undefined, 'fr, en;q=0.4, zh-Hans-CN;q=0.8')).toBe('zh-CN')
  })

  it('skips a language the reader refuses', () => {
    expect(chooseLocale(undefined, 'zh;q=0, de')).toBe('en')
  })

  it.each([undefined, null, '', '*', ';;;,q=', 'zh;q=abc'])('falls back to English for %j', (header) => {
    expect(chooseLocale(undefined, header)).toBe('en')
  })
})
