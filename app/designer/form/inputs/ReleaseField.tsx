'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/app/trpc/client'
import { Select } from '@/app/ui/Select'
import { useDesk } from '../../desk'
import { useNodeForm } from '../form-context'
import { type InputProps, textOf } from '../input-props'

/** A flow at one of its releases. The flow's id and name go along, so that a card can say which it is. */
export function ReleaseField({ value }: InputProps) {
  const t = useTranslations('designer.form')
  const trpc = useTRPC()
  const { flow: own } = useDesk()
  const { set, settings } = useNodeForm()
  const { data: all = [] } = useQuery(trpc.releases.pinnable.queryOptions())
  const releases = all.filter(({ flow }) => flow !== own)
  const chosen = textOf(value)
  const known = releases.some(({ hash }) => hash === chosen)
  return (
    <Select
      value={chosen}
      onChange={(event) => {
        const hash = event.currentTarget.value
        const release = releases.find((each) => each.hash === hash)
        set({ release: hash, flow: release?.flow ?? '', name: release?.flowName ?? '' })
      }}
    >
      <option value="">{t('noRelease')}</option>
      {chosen !== '' && !known ? (
        <option value={chosen}>{t('pinned', { name: textOf(settings.name) || chosen.slice(0, 12) })}</option>
      ) : null}
      {releases.map(({ hash, version, flowName: name }) => (
        <option key={hash} value={hash}>
          {t('release', { name, version })}
        </option>
      ))}
    </Select>
  )
}
