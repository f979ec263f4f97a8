import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ReleaseRoom } from '@/app/review/ReleaseRoom'
import { signedInPerson } from '@/app/rooms/person'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') }
}

export default async function ReleasePage({ params }: { params: Promise<{ hash: string }> }) {
  const { hash } = await params
  if (!/^[0-9a-f]{64}$/.test(hash)) notFound()
  return <ReleaseRoom hash={hash} person={await signedInPerson()} />
}
