'use client'

import { useRouter } from 'next/navigation'
import { useTimeZone } from 'next-intl'
import { useEffect } from 'react'
import { zoneCookie } from '@/app/i18n/choose-zone'

/** Tells the server the reader's time zone once, so that both write the same times. */
export function RememberZone() {
  const known = useTimeZone()
  const router = useRouter()
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const cookie = `${zoneCookie}=${encodeURIComponent(zone)}`
    if (!zone || zone === known || document.cookie.includes(cookie)) return
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is still missing in some browsers.
    document.cookie = `${cookie}; path=/; max-age=31536000; samesite=lax`
    router.refresh()
  }, [known, router])
  return null
}
