'use server'

import { cookies } from 'next/headers'
import { isTheme, themeCookie } from '@/app/ui/theme'
import { isLocale, localeCookie } from './locales'

const year = 60 * 60 * 24 * 365

/** Remembers the language in this browser for a year. An unknown one changes nothing. */
export async function chooseLanguage(locale: string): Promise<void> {
  if (isLocale(locale)) await remember(localeCookie, locale)
}

/** Remembers light, dark or "as the device" in this browser for a year. An unknown one changes nothing. */
export async function chooseTheme(theme: string): Promise<void> {
  if (isTheme(theme)) await remember(themeCookie, theme)
}

async function remember(name: string, value: string): Promise<void> {
  const jar = await cookies()
  jar.set(name, value, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true })
}
