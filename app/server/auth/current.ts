import { cookies } from 'next/headers'
import { cache } from 'react'
import { wire } from '../wire'
import type { Person } from './person'
import { signedIn, touchSignIn } from './signed-in'
import { sessionCookie } from './token'

export type { Person } from './person'

/** Who is signed in, or nobody. Asked once per request, however often a page asks. */
export const currentPerson = cache(async (): Promise<Person | undefined> => {
  const found = await signedIn(wire(), (await cookies()).get(sessionCookie)?.value)
  if (found) await touchSignIn(wire(), found)
  return found?.person
})
