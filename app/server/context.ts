import { randomUUID } from 'node:crypto'
import { chooseLocale } from '@/app/i18n/choose-locale'
import { chooseZone, zoneCookie } from '@/app/i18n/choose-zone'
import { localeCookie } from '@/app/i18n/locales'
import { signedIn, touchSignIn } from './auth/signed-in'
import { sessionCookie } from './auth/token'
import type { Context } from './trpc'
import { wire } from './wire'

/** Reads who asks, and in which language and zone, from a request's cookies. */
export async function contextOf(headers: Headers): Promise<Context> {
  const made = wire()
  const found = await signedIn(made, cookieOf(headers, sessionCookie))
  return {
    wire: made,
    person: found?.person,
    signIn: found?.tokenHash,
    request: randomUUID(),
    zone: chooseZone(cookieOf(headers, zoneCookie)),
    locale: chooseLocale(cookieOf(headers, localeCookie), headers.get('accept-language')),
    touch: async () => (found ? touchSignIn(made, found) : undefined),
  }
}

/** One cookie's value, decoded. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const cut = part.indexOf('=')
    if (cut > 0 && part.slice(0, cut).trim() === name) return decoded(part.slice(cut + 1).trim())
  }
  return undefined
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
