'use client'

import type { Node, NodeProps } from '@xyflow/react'
import { Asterisk } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { PhoneKey } from '@/app/ui/PhoneKey'

export type UniversalNode = Node<{ keys: { name: string; key: string | undefined }[] } & Record<string, unknown>, 'universal'>

/** Keys and words that work in every node, said once. */
export const UniversalCard = memo(function UniversalCard({ data }: NodeProps<UniversalNode>) {
  const t = useTranslations('designer.universal')
  return (
    <div className="w-46 rounded-card border border-control border-dashed px-2.5 pt-1.5 pb-2 text-card">
      <div className="flex items-center gap-2">
        <Asterisk className="size-4 text-text-2" aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <b className="block truncate">{t('title')}</b>
          <small className="block text-[0.6875rem] text-text-3 leading-3.25">{t('hint')}</small>
        </div>
      </div>
      <ul className="mt-1.5 flex flex-wrap gap-x-2.5 gap-y-1 text-hint text-text-2">
        {data.keys.length === 0 ? <li>{t('none')}</li> : null}
        {data.keys.map(({ name, key }) => (
          <li key={name} className="flex items-center gap-1.25">
            {key ? <PhoneKey digit={key} size="small" /> : null}
            {t(`name.${name}`)}
          </li>
        ))}
      </ul>
    </div>
  )
})
