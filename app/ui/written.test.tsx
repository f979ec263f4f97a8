import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { Fingerprint } from './Fingerprint'
import { Heard } from './Heard'
import { Redline } from './Redline'
import { Time } from './Time'

const at = '2026-11-17T14:14:05.000Z'

function written(element: ReactElement, locale: Locale = 'en', timeZone = 'UTC'): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messages[locale]}>
      {element}
    </NextIntlClientProvider>,
  )
}

const words = (markup: string) => markup.replace(/<[^>]*>/g, '')

describe('Time', () => {
  it('says weekday, day, month and time in English order', () => {
    expect(words(written(<Time at={at} />))).toBe('Tue 17 Nov, 14:14')
  })

  it('stands in the zone of the reader and keeps the instant for machines', () => {
    const markup = written(<Time at={at} show="full" />, 'en', 'America/New_York')
    expect(words(markup)).toContain('09:14:05')
    expect(markup).toContain(`dateTime="${at}"`)
  })

  it('writes Chinese dates in Chinese order', () => {
    expect(words(written(<Time at={at} show="date" />, 'zh-CN'))).toMatch(/^2026年11月17日/)
  })

  it.each([undefined, null, 'soon'])('says so when no time was recorded: %j', (nothing) => {
    expect(words(written(<Time at={nothing} />))).toBe('No time recorded')
  })
})

describe('Fingerprint', () => {
  const hash = '7f3a91c45be022d9c81e6a07f4b390dd1e650ab837cfd2409b16e7f158a36c0e'

  it('gives the bare hash to who copies it', () => {
    expect(words(written(<Fingerprint hash={hash} />))).toBe(hash)
  })

  it('keeps the whole at hand when it shows the first signs', () => {
    const markup = written(<Fingerprint hash={hash} short />)
    expect(words(markup)).toBe('7f3a91c4')
    expect(markup).toContain(`title="${hash}"`)
  })
})

describe('heard words', () => {
  it('carry their language and leave the quotation marks to the stylesheet', () => {
    const markup = written(<Heard lang="zh-CN">请按 3。</Heard>)
    expect(markup).toMatch(/^<q lang="zh-CN" class="heard /)
    expect(words(markup)).toBe('请按 3。')
  })

  it('say in words what came and what went', () => {
    const markup = written(<Redline lang="en" before="Press 1." after="Press 2." />)
    expect(words(markup)).toBe('Press removed: 1 end of changeadded: 2 end of change.')
  })
})
