'use client'

import { Banner } from '@/app/ui/Banner'
import { useRefusalWords } from './refusal'

/** Why the server refused what was just tried, where it was tried; nothing while there is nothing to say. */
export function Refused({ error, className }: { error: unknown; className?: string }) {
  const words = useRefusalWords()
  return error ? <Banner state="bad" title={words(error)} live className={className} /> : null
}
