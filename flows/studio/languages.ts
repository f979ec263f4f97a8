import { Locale } from '../ids'

/** Studio lets the region be left out; a spoken language needs one. The usual first choice of Twilio's language lists. */
const regions: Record<string, string> = {
  ar: 'ar-XA',
  cs: 'cs-CZ',
  da: 'da-DK',
  de: 'de-DE',
  el: 'el-GR',
  en: 'en-US',
  es: 'es-ES',
  fi: 'fi-FI',
  fr: 'fr-FR',
  he: 'he-IL',
  hi: 'hi-IN',
  hu: 'hu-HU',
  id: 'id-ID',
  it: 'it-IT',
  ja: 'ja-JP',
  ko: 'ko-KR',
  nb: 'nb-NO',
  nl: 'nl-NL',
  no: 'nb-NO',
  pl: 'pl-PL',
  pt: 'pt-BR',
  ro: 'ro-RO',
  ru: 'ru-RU',
  sv: 'sv-SE',
  th: 'th-TH',
  tr: 'tr-TR',
  uk: 'uk-UA',
  vi: 'vi-VN',
  zh: 'zh-CN',
}

/** What an imported flow speaks where Studio would take the account's default language. */
export const defaultLocale = 'en-US'

/** The BCP 47 tag with region for a language as Studio writes it; undefined for a template, an empty value or nonsense. */
export function localeOf(language: string | undefined): string | undefined {
  if (language === undefined || language === '' || language === 'default' || language.includes('{')) return undefined
  const [first = '', ...rest] = language.trim().replaceAll('_', '-').split('-')
  const region = rest.map((part) => (part.length === 2 ? part.toUpperCase() : part)).join('-')
  const tag = region ? `${first.toLowerCase()}-${region}` : (regions[first.toLowerCase()] ?? first.toLowerCase())
  return Locale.safeParse(tag).success ? tag : undefined
}

/** Twilio no longer names this voice; a named one keeps the sound steady. Absent: the language's default voice. */
const alice: Record<string, string> = {
  'en-US': 'Polly.Joanna',
  'en-GB': 'Polly.Amy',
  'es-ES': 'Polly.Conchita',
  'fr-FR': 'Polly.Celine',
  'de-DE': 'Polly.Marlene',
}

/** The voice to keep, or undefined for the default of the language. */
export function voiceOf(voice: string | undefined, locale: string): string | undefined {
  if (voice === undefined || voice === '' || voice === 'default') return undefined
  return voice === 'alice' ? alice[locale] : voice
}
