import { wire } from '../wire'
import { longestMs } from './sign-in'
import { cookieValue, sessionCookie } from './token'

/** How the sign-in's cookie is kept: no script reads it, no other site sends it with a change. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: wire().settings.publicUrl?.startsWith('https:') === true } as const
}

/** The header that gives a browser its sign-in. */
export function setCookie({ organisation, token }: { organisation: string; token: string }): string {
  return header(cookieValue(organisation, token), longestMs / 1000)
}

/** The header that takes it away. */
export const clearedCookie = (): string => header('', 0)

function header(value: string, maxAge: number): string {
  return `${sessionCookie}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${cookieOptions().secure ? '; Secure' : ''}`
}
