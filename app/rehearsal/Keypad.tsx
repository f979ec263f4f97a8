'use client'

import { useTranslations } from 'next-intl'

const keys: readonly (readonly [key: string, letters: string])[] = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', ''],
  ['#', ''],
]

/** The keys of the phone: always there, heard only while the flow listens. */
export function Keypad({ onKey }: { onKey: (key: string) => void }) {
  const t = useTranslations('designer.rehearsal')
  return (
    <fieldset aria-label={t('keypad')} className="grid flex-1 grid-cols-3 gap-1">
      {keys.map(([key, letters]) => (
        <button
          key={key}
          type="button"
          onClick={() => onKey(key)}
          aria-label={t('key', { key })}
          className="flex min-h-6.5 items-center justify-center gap-1 self-stretch rounded-[14px] border border-edge bg-plate px-0 leading-6.5 hover:bg-ink-soft active:border-ink"
        >
          <b className="text-[0.84375rem]">{key === '*' ? '✱' : key}</b>
          {letters ? <small className="font-medium text-[0.5625rem] text-text-3 tracking-[.02em]">{letters}</small> : null}
        </button>
      ))}
    </fieldset>
  )
}
