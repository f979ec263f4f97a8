'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/app/ui/Dialog'
import { KeyCap } from '@/app/ui/KeyCap'

const keys: readonly (readonly [what: string, ...caps: string[]])[] = [
  ['after', 'A'],
  ['wire', 'W'],
  ['along', '→', '←'],
  ['siblings', '↑', '↓'],
  ['words', 'Enter'],
  ['extend', 'Shift', '↑', '↓'],
  ['move', 'Alt', '↑', '↓', '←', '→'],
  ['delete', 'Delete'],
  ['copy', 'Ctrl', 'C', 'X', 'V'],
  ['duplicate', 'Ctrl', 'D'],
  ['tidy', 'Shift', 'T'],
  ['rehearse', 'R'],
  ['problems', 'F8'],
  ['undo', 'Ctrl', 'Z'],
  ['redo', 'Ctrl', 'Shift', 'Z'],
  ['commands', 'Ctrl', 'K'],
  ['find', 'Ctrl', 'F'],
  ['views', 'Alt', '1', '2', '3'],
  ['regions', 'F6'],
  ['out', 'Esc'],
]

/** All keys of the designer. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const t = useTranslations('designer.keys')
  return (
    <Dialog open onClose={onClose} title={t('title')} width="narrow">
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5">
        {keys.map(([what, ...caps]) => (
          <div key={what} className="contents">
            <dt>{t(what)}</dt>
            <dd className="flex justify-end gap-1">
              {caps.map((cap) => (
                <KeyCap key={cap}>{cap}</KeyCap>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
