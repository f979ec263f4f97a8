'use client'

import { useQueries, useQuery } from '@tanstack/react-query'
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
  const { data: flows = [] } = useQuery(trpc.flows.list.queryOptions())
  const others = flows.filter(({ id }) => id !== own)
  const details = useQueries({ queries: others.map(({ id }) => trpc.flows.get.queryOptions({ flow: id })) })
  const releases = details.flatMap(({ data }) => (data ? data.releases.filter(({ state }) => usable.has(state)).map(({ hash, version }) => ({ hash, version, flow: data.id, name: data.name })) : []))
  const chosen = textOf(value)
  const known = releases.some(({ hash }) => hash === chosen)
  return (
    <Select
      value={chosen}
      onChange={(event) => {
        const hash = event.currentTarget.value
        const release = releases.find((each) => each.hash === hash)
        set({ release: hash, flow: release?.flow ?? '', name: release?.name ?? '' })
      }}
    >
      <option value="">{t('noRelease')}</option>
      {chosen !== '' && !known ? <option value={chosen}>{t('pinned', { name: textOf(settings.name) || chosen.slice(0, 12) })}</option> : null}
      {releases.map(({ hash, version, name }) => (
        <option key={hash} value={hash}>
          {t('release', { name, version })}
        </option>
      ))}
    </Select>
  )
}

/** Only what is or was signed may be played inside another flow. */
const usable = new Set(['approved', 'live', 'superseded', 'scheduled'])
