import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NumbersRoom } from '@/app/numbers/NumbersRoom'
import { signedInPerson } from '@/app/rooms/person'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('numbers'))('title') }
}

export default async function NumbersPage() {
  return <NumbersRoom person={await signedInPerson()} />
}
