import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may } from '#flows/release/permissions'
import { signedInPerson } from '@/app/rooms/person'
import { MappingRoom } from './MappingRoom'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('map.title') }
}

export default async function MappingPage({ params }: { params: Promise<{ flow: string }> }) {
  const [person, { flow }] = await Promise.all([signedInPerson(), params])
  return <MappingRoom flow={flow} mayMap={may(person.roles, 'flow.import')} />
}
