import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QueueRoom } from '@/app/review/QueueRoom'
import { signedInPerson } from '@/app/rooms/person'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') }
}

export default async function ReviewPage() {
  return <QueueRoom person={await signedInPerson()} />
}
