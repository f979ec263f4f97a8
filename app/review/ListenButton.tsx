'use client'

import { Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/app/ui/Button'

/** Speaks the words with the browser's own voice, where it has one. It is about how long and how clear; the patient's voice is the carrier's. */
export function ListenButton({ text, locale }: { text: string; locale: string }) {
  const t = useTranslations('review.section.words')
  const [able, setAble] = useState(false)
  useEffect(
    () =>
      setAble(
        'speechSynthesis' in window &&
          window.speechSynthesis.getVoices().some(({ lang }) => lang.startsWith(locale.split('-')[0] ?? locale)),
      ),
    [locale],
  )
  if (!able) return null
  const speak = () => {
    window.speechSynthesis.cancel()
    const words = new SpeechSynthesisUtterance(text)
    words.lang = locale
    window.speechSynthesis.speak(words)
  }
  return (
    <Button size="compact" icon={<Volume2 />} onClick={speak}>
      {t('listen')}
    </Button>
  )
}
