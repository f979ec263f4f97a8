'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { languageName } from '@/app/designer/reading/languages'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { Checkbox } from '@/app/ui/Checkbox'
import { Empty } from '@/app/ui/Empty'
import { Switch } from '@/app/ui/Switch'
import { SectionHead } from './SectionHead'
import { SpokenCard } from './SpokenCard'
import { wordsByNode } from './words-by-node'

/** What patients hear: the changes, or every word, node by node, languages side by side. */
export function SpokenWords({ release }: { release: ReleaseDetail }) {
  const t = useTranslations('review.section.words')
  const { locales } = release.drawing
  const first = release.base === null
  const [all, setAll] = useState(first)
  const [hidden, setHidden] = useState<readonly string[]>([])
  const nodes = wordsByNode(release, release.diff)
  const shown = all ? nodes : nodes.filter(({ state }) => state !== 'same')
  const read = locales.filter((locale) => !hidden.includes(locale))
  const toggle = (locale: string) => setHidden((now) => (now.includes(locale) ? now.filter((each) => each !== locale) : [...now, locale]))
  return (
    <>
      <SectionHead
        title={t('title')}
        count={first ? t('first') : t('since', { version: release.base?.version ?? 0 })}
        end={
          <>
            {locales.length > 1
              ? locales.map((locale) => (
                  <Checkbox key={locale} checked={read.includes(locale)} onChange={() => toggle(locale)}>
                    <span lang={locale}>{languageName(locale, locales)}</span>
                  </Checkbox>
                ))
              : null}
            {first ? null : (
              <Switch checked={all} onChange={(event) => setAll(event.currentTarget.checked)}>
                {t('all')}
              </Switch>
            )}
          </>
        }
      />
      {shown.length === 0 ? (
        <Empty title={t('none')} />
      ) : (
        <div className="flex flex-col gap-3">
          {shown.map((node) => (
            <SpokenCard key={node.id} node={node} release={release} locales={read} onlyChanged={!all} />
          ))}
        </div>
      )}
    </>
  )
}
