import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may } from '#flows/release/permissions'
import { signedInPerson } from '@/app/rooms/person'
import { AuditRoom } from './AuditRoom'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

export default async function AuditPage() {
  const person = await signedInPerson()
  if (!may(person.roles, 'audit.read')) redirect('/flows')
  return <AuditRoom mayVerify={may(person.roles, 'audit.verify')} />
}
