import { redirect } from 'next/navigation'
import { currentPerson, type Person } from '@/app/server/auth/current'

/** Who reads this page; nobody signed in is led to the sign-in. The layout does the same, but a page may be rendered beside it. */
export async function signedInPerson(): Promise<Person> {
  return (await currentPerson()) ?? redirect('/login')
}
