'use client'

import { CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Select } from '@/app/ui/Select'
import { useDesk } from '../desk'
import { reachOrder } from '../reading/reach-order'

/** Where a way out leads, chosen from a list: the same wire as on the canvas. */
export function LeadsTo({ node, port, label }: { node: string; port: string; label: string }) {
  const t = useTranslations('designer.ways')
  const { draft, edit, canEdit } = useDesk()
  const target = draft.drawing.nodes[node]?.wires[port] ?? ''
  return (
    <span className="flex min-w-0 items-center gap-1">
      {target === '' ? <CircleDashed className="size-3.5 text-bad" aria-hidden="true" /> : null}
      <Select
        aria-label={t('targetOf', { label })}
        value={target}
        disabled={!canEdit}
        className="min-w-0 flex-1"
        onChange={(event) => {
          const to = event.currentTarget.value
          edit(to === '' ? { kind: 'unwire', from: node, port } : { kind: 'wire', from: node, port, to })
        }}
      >
        <option value="">{t('nowhere')}</option>
        {reachOrder(draft.drawing).map((id) => (
          <option key={id} value={id}>
            {draft.drawing.nodes[id]?.label}
          </option>
        ))}
      </Select>
    </span>
  )
}
