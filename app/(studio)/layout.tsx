import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentPerson } from '@/app/server/auth/current'
import { Shell } from '@/app/ui/shell/Shell'
import { themeCookie, themeOf } from '@/app/ui/theme'

/** Everything behind the sign-in: nobody signed in is led to it, everybody else finds the rooms of their roles. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson()
  if (!person) redirect('/login')
  const theme = themeOf((await cookies()).get(themeCookie)?.value)
  return (
    <Shell person={person} theme={theme}>
      {children}
    </Shell>
  )
}
