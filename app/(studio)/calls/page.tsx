import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallsRoom } from '@/app/calls/CallsRoom'
import { signedInPerson } from '@/app/rooms/person'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calls'))('title') }
}

export default async function CallsPage() {
  return <CallsRoom person={await signedInPerson()} />
}
