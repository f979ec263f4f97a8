'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Person } from '@/app/server/auth/person'
import { Time } from '@/app/ui/Time'

/** The printed name, function and organisation, and the time, as they will stand with the signature. The server's clock is the one that counts. */
export function Signer({ person }: { person: Person }) {
  const t = useTranslations('review')
  const zone = useTimeZone()
  const [opened] = useState(() => new Date())
  return (
    <p>
      <b>{t('signer', { name: person.name, title: person.title, organisation: person.organisation.name })}</b>
      <span className="block text-text-2">
        <Time at={opened} show="full" />
        {zone && zone !== 'UTC' ? <span className="text-text-3"> {zone}</span> : null}
      </span>
    </p>
  )
}
