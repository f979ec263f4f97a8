import { z } from 'zod'
import { clearedCookie, setCookie } from '@/app/server/auth/cookie'
import { signInWith } from '@/app/server/auth/sign-in'
import { endSignIn } from '@/app/server/auth/sign-out'
import { sessionCookie } from '@/app/server/auth/token'
import { complain } from '@/app/server/complain'
import { cookieOf } from '@/app/server/context'
import { peerHeader } from '@/app/server/http/peer'
import { comesFromHere } from '@/app/server/http/same-origin'
import { wire } from '@/app/server/wire'

const Credentials = z.object({ email: z.string().max(320), password: z.string().max(1_000) })

/** Signs in a program or a test: the same door as the page's. */
export async function POST(request: Request): Promise<Response> {
  if (!comesFromHere(request.headers)) return Response.json({ error: 'not_allowed' }, { status: 403 })
  const read = Credentials.safeParse(await request.json().catch(() => undefined))
  if (!read.success) return Response.json({ error: 'sign_in_failed' }, { status: 401 })
  try {
    const outcome = await signInWith(wire(), { ...read.data, peer: request.headers.get(peerHeader) ?? 'unknown' })
    if (!outcome.ok) return Response.json({ error: outcome.reason === 'blocked' ? 'locked' : 'sign_in_failed' }, { status: 401 })
    return new Response(null, { status: 204, headers: { 'set-cookie': setCookie(outcome) } })
  } catch (error) {
    complain(error, { at: 'POST /api/session' })
    return Response.json({ error: 'unavailable' }, { status: 503 })
  }
}

/** Signs out. */
export async function DELETE(request: Request): Promise<Response> {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return Response.json({ error: 'not_allowed' }, { status: 403 })
  await endSignIn(wire(), cookieOf(request.headers, sessionCookie))
  return new Response(null, { status: 204, headers: { 'set-cookie': clearedCookie() } })
}
