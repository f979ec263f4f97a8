import { defaultLocale, isLocale, type Locale, locales } from './locales'

type Wish = { tag: string; weight: number }

/**
 * The language to answer in: what the reader chose here before, else the first of the browser's wishes that we speak, else English.
 * Wishes are read as RFC 9110 §12.5.4 weighs them; a broken header counts as no wish.
 */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen
  for (const { tag } of wishes(acceptLanguage ?? '')) {
    const match = locales.find((locale) => language(locale) === language(tag))
    if (match) return match
  }
  return defaultLocale
}

function wishes(header: string): Wish[] {
  return header
    .split(',')
    .map(wish)
    .filter((each) => each.tag !== '' && each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

function wish(part: string): Wish {
  const [tag = '', ...rest] = part.split(';').map((piece) => piece.trim())
  const weight = rest.find((piece) => piece.startsWith('q='))?.slice(2)
  const number = weight === undefined ? 1 : Number(weight)
  return { tag, weight: Number.isFinite(number) ? number : 0 }
}

function language(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? ''
}
