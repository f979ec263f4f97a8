'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Card } from './card'

/** What a node is, in words: its family and its type, or one of them where both have the same name. */
export function useKindWords(): (card: Pick<Card, 'family' | 'kind'>) => string {
  const t = useTranslations('designer')
  return useCallback(
    ({ family, kind }) => {
      const named = t(`family.${family}`)
      return kind === named ? named : t('card.kind', { family: named, kind })
    },
    [t],
  )
}
