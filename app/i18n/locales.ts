/** The languages of the interface. What callers hear is content of a flow and has its own list. */
export const locales = ['en', 'zh-CN'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'

/** Each language under its own name, as a reader looks for it. */
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' }

export const localeCookie = 'callwright_locale'

export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value)
}
