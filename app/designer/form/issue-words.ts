'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Issue } from '../reading/read-node'
import type { FieldShape } from './shape'

/** What to do about a value that does not fit. A schema's own sentence is English; other readers get the general one. */
export function useIssueWords(): (issue: Issue, field: FieldShape) => string {
  const t = useTranslations('designer.issue')
  const locale = useLocale()
  return ({ code, message }, { min, max, input }) => {
    if (code === 'too_small' && min !== undefined && max !== undefined) return t('between', { min, max })
    if (code === 'too_big' && min !== undefined && max !== undefined) return t('between', { min, max })
    if (code === 'too_small') return t('needed')
    if (code === 'too_big') return t('tooLong')
    if (code === 'invalid_type' && (input === 'number' || input === 'seconds')) return t('number')
    if (code === 'invalid_type') return t('needed')
    return locale === 'en' && code !== 'invalid_union' ? message : t('form')
  }
}
