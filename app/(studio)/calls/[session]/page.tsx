import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallRoom } from '@/app/calls/CallRoom'
import { signedInPerson } from '@/app/rooms/person'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calls'))('one') }
}

export default async function CallPage({ params }: { params: Promise<{ session: string }> }) {
  await signedInPerson()
  return <CallRoom session={(await params).session} />
}
