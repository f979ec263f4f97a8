'use client'

import { CloudOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/app/ui/Banner'
import { useDesk } from './desk'
import { ConflictView } from './draft/ConflictView'

/** What needs an answer, above the work: a lost line, an edit that could not be made, two versions of one place. */
export function Notices() {
  const t = useTranslations('designer.notice')
  const checks = useTranslations('checks.edits')
  const { save, work, notice, dismiss } = useDesk()
  return (
    <>
      {save === 'offline' ? (
        <Banner state="warn" live icon={<CloudOff />} title={t('offline')} className="m-2">
          {t('kept', { count: work.pending.length })}
        </Banner>
      ) : null}
      {save === 'refused' ? (
        <Banner state="bad" live icon={<CloudOff />} title={t('refused')} className="m-2">
          {t('kept', { count: work.pending.length })}
        </Banner>
      ) : null}
      {notice ? (
        <Banner
          state="warn"
          live
          title={checks.has(notice.code) ? checks(notice.code, notice.values ?? {}) : t('notDone')}
          className="m-2"
          action={
            <button type="button" className="link min-h-6" onClick={dismiss}>
              {t('dismiss')}
            </button>
          }
        />
      ) : null}
      <ConflictView />
    </>
  )
}
