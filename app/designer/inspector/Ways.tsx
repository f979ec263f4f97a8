'use client'

import { useTranslations } from 'next-intl'
import type { DrawnNode } from '#flows/drawing'
import { PhoneKey } from '@/app/ui/PhoneKey'
import { useDesk } from '../desk'
import { portWords } from '../reading/port-words'
import { readNode } from '../reading/read-node'
import { LeadsTo } from './LeadsTo'

/** Every way out of a node and where it leads: the wires, as a list. */
export function Ways({ id, node }: { id: string; node: DrawnNode }) {
  const t = useTranslations('designer.ways')
  const { locale } = useDesk()
  return (
    <table className="w-full border-separate border-spacing-0 text-card [&_td]:border-line [&_td]:border-b [&_td]:py-1.5 [&_td]:pe-2">
      <thead>
        <tr className="text-left text-[0.6875rem] text-text-3 [&_th]:border-line [&_th]:border-b [&_th]:pb-0.75 [&_th]:font-medium">
          <th>{t('way')}</th>
          <th className="w-1/2">{t('leadsTo')}</th>
        </tr>
      </thead>
      <tbody>
        {readNode(node).ports.map((port) => {
          const label = portWords(node, port, locale)
          return (
            <tr key={port.id} data-field={`ways.${port.id}`}>
              <td>
                <span className="flex items-center gap-1.5">
                  {port.key ? <PhoneKey digit={port.key} size="small" /> : null}
                  {label}
                </span>
              </td>
              <td>
                <LeadsTo node={id} port={port.id} label={label} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
