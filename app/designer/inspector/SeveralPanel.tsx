'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/ui/Button'
import { useDesk } from '../desk'

/** Several nodes at once: which, and what can be done with all of them. */
export function SeveralPanel() {
  const t = useTranslations('designer.inspector')
  const { selected, draft, edit, select, canEdit } = useDesk()
  const ids = [...selected]
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-4 py-4">
      <h2 className="text-panel">{t('several', { count: ids.length })}</h2>
      <ul className="flex flex-col">
        {ids.map((id) => (
          <li key={id}>
            <button type="button" className="link min-h-6" onClick={() => select([id])}>
              {draft.drawing.nodes[id]?.label}
            </button>
          </li>
        ))}
      </ul>
      {canEdit ? (
        <Button
          variant="danger"
          className="self-start"
          icon={<Trash2 />}
          onClick={() => {
            if (edit({ kind: 'removeNodes', ids: ids.filter((id) => id !== draft.drawing.start) })) select([])
          }}
        >
          {t('deleteAll')}
        </Button>
      ) : null}
    </div>
  )
}
