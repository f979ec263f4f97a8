'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { complain } from '../complain'
import { peerHeader } from '../http/peer'
import { wire } from '../wire'
import { cookieOptions } from './cookie'
import { longestMs, type SignInOutcome, signInWith } from './sign-in'
import { endSignIn } from './sign-out'
import { cookieValue, sessionCookie } from './token'

/** Signs a person in and leads to the flows. Answers with the key of a message under `login.error` where it could not. */
export async function signIn(_previous: { error?: string } | undefined, form: FormData): Promise<{ error?: string }> {
  const email = String(form.get('email') ?? '').trim()
  const password = String(form.get('password') ?? '')
  if (!email || !password) return { error: 'missing' }
  const outcome = await tried({ email, password, peer: (await headers()).get(peerHeader) ?? 'unknown' })
  if (!outcome.ok) return { error: outcome.reason }
  const jar = await cookies()
  jar.set(sessionCookie, cookieValue(outcome.organisation, outcome.token), { ...cookieOptions(), maxAge: longestMs / 1000 })
  redirect('/flows')
}

async function tried(given: {
  email: string
  password: string
  peer: string
}): Promise<SignInOutcome | { ok: false; reason: 'unavailable' }> {
  try {
    return await signInWith(wire(), given)
  } catch (error) {
    complain(error, { at: 'signIn' })
    return { ok: false, reason: 'unavailable' }
  }
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  const jar = await cookies()
  await endSignIn(wire(), jar.get(sessionCookie)?.value)
  jar.delete({ name: sessionCookie, path: '/' })
  redirect('/login')
}
