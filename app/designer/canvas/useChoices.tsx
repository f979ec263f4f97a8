'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { FamilyGlyph } from '@/app/ui/FamilyGlyph'
import { useDesk } from '../desk'
import type { Choice } from '../find/Picker'
import { cardOf } from '../reading/card'
import { useKindWords } from '../reading/kind-words'
import { reachOrder } from '../reading/reach-order'
import { TypeIcon } from '../reading/type-icons'
import { addableTypes } from './AddBar'

/** Every node type that can be added, by its name. */
export function useTypeChoices(): Choice[] {
  const t = useTranslations('designer.family')
  const { locale } = useDesk()
  return addableTypes.map(({ type, family, icon, words }) => ({
    id: type,
    label: words[locale].title,
    text: `${words[locale].title} ${t(family)} ${type}`,
    hint: words[locale].summary,
    icon: (
      <FamilyGlyph family={family}>
        <TypeIcon icon={icon} />
      </FamilyGlyph>
    ),
  }))
}

/** Every node of the flow, by its label. */
export function useTargetChoices(): Choice[] {
  const kindWords = useKindWords()
  const { draft, shown, locale } = useDesk()
  return useMemo(
    () =>
      reachOrder(draft.drawing).flatMap((id) => {
        const card = cardOf(draft, id, { shown, locale })
        if (!card) return []
        return [
          {
            id,
            label: card.title,
            text: `${card.title} ${card.kind} ${id} ${card.words?.text ?? ''}`,
            hint: kindWords(card),
            icon: (
              <FamilyGlyph family={card.family}>
                <TypeIcon icon={card.icon} />
              </FamilyGlyph>
            ),
          },
        ]
      }),
    [draft, shown, locale, kindWords],
  )
}
