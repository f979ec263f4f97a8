import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Designer } from '@/app/designer/Designer'
import { currentPerson } from '@/app/server/auth/current'
import { helpIn } from './node-help'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('designer'))('page') }
}

/** The designer of one flow. */
export default async function FlowPage({ params }: { params: Promise<{ flow: string }> }) {
  const person = await currentPerson()
  if (!person) redirect('/login')
  const { flow } = await params
  return <Designer flow={decodeURIComponent(flow)} person={person.id} help={await helpIn(await getLocale())} />
}
