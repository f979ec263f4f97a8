import { useLocale, useTranslations } from 'next-intl'
import type { DrawnNode } from '#flows/drawing'
import { detailOf } from '@/app/designer/reading/detail'
import { typeTitle } from '@/app/designer/reading/port-words'
import { readNode } from '@/app/designer/reading/read-node'
import { Fact, Facts } from '@/app/rooms/Facts'
import { readableValue } from './readable-value'

/** A node nobody signed before: what it does in a line, and every setting of it. */
export function NewNode({ node }: { node: DrawnNode }) {
  const t = useTranslations('review.section.settings')
  const locale = useLocale()
  const read = readNode(node)
  const words = read.type?.words[locale].fields
  const settings = Object.entries(node.settings)
  return (
    <details className="border-line border-b py-1.5 last:border-b-0">
      <summary>
        <b>{node.label}</b> <span className="text-text-3">{typeTitle(node, locale)}</span>{' '}
        <span className="text-text-2">{detailOf(read, locale)}</span>
      </summary>
      {settings.length === 0 ? <p className="mt-1 text-text-2">{t('noSettings')}</p> : null}
      <Facts className="mt-1">
        {settings.map(([field, value]) => (
          <Fact key={field} name={words?.[field]?.label ?? field}>
            {readableValue(value)}
          </Fact>
        ))}
      </Facts>
    </details>
  )
}
