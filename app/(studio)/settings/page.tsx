import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { signedInPerson } from '@/app/rooms/person'
import { themeCookie, themeOf } from '@/app/ui/theme'
import { SettingsRoom } from './SettingsRoom'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

export default async function SettingsPage() {
  const person = await signedInPerson()
  return <SettingsRoom person={person} theme={themeOf((await cookies()).get(themeCookie)?.value)} />
}
