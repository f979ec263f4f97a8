import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may } from '#flows/release/permissions'
import { signedInPerson } from '@/app/rooms/person'
import { PeopleRoom } from './PeopleRoom'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage() {
  const person = await signedInPerson()
  if (!may(person.roles, 'person.read')) redirect('/flows')
  return <PeopleRoom person={person} />
}
