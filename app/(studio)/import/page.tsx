import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may } from '#flows/release/permissions'
import { signedInPerson } from '@/app/rooms/person'
import { ImportRoom } from './ImportRoom'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

export default async function ImportPage() {
  const person = await signedInPerson()
  if (!may(person.roles, 'flow.import')) redirect('/flows')
  return <ImportRoom />
}
