import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { signedInPerson } from '@/app/rooms/person'
import { FlowsRoom } from './FlowsRoom'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('flows'))('title') }
}

export default async function FlowsPage({ searchParams }: { searchParams: Promise<{ show?: string }> }) {
  const [person, { show }] = await Promise.all([signedInPerson(), searchParams])
  return <FlowsRoom person={person} show={show} />
}
