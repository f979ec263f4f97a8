'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/ui/Button'

/** Puts a text on the clipboard and says so. `of` names what is copied, for who hears the button alone. */
export function CopyButton({ text, of }: { text: string; of: string }) {
  const t = useTranslations('rooms')
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true))
  return (
    <Button variant="quiet" size="compact" icon={copied ? <Check /> : <Copy />} onClick={copy}>
      <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
      <span className="sr-only"> {of}</span>
    </Button>
  )
}
