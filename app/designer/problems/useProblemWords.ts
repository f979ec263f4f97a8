'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Finding } from '#flows/node'
import { useDesk } from '../desk'
import { problemValues } from './problem-words'

/** A finding in words: what is wrong, and the way out. */
export function useProblemWords(): (finding: Finding) => { title: string; fix: string } {
  const t = useTranslations('checks')
  const { draft, locale } = useDesk()
  return useCallback(
    (finding) => {
      const values = problemValues(finding, draft, locale)
      const known = t.has(`${finding.rule}.title`)
      return known ? { title: t(`${finding.rule}.title`, values), fix: t(`${finding.rule}.fix`, values) } : { title: finding.rule, fix: '' }
    },
    [t, draft, locale],
  )
}
