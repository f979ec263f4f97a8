'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Universal, type UniversalName, universalNames } from '#flows/drawing'
import { Beside } from '@/app/ui/Beside'
import { Select } from '@/app/ui/Select'
import { Switch } from '@/app/ui/Switch'
import { TextInput } from '@/app/ui/TextInput'
import { useDesk } from '../desk'
import { languageName } from '../reading/languages'
import { reachOrder } from '../reading/reach-order'

const keys = ['0', '*', '#', '9', '8', '7', '6', '5', '4', '3', '2', '1']

/** Keys and words that hold in every node: a person, repeat, language, emergency. */
export function UniversalKeys() {
  const t = useTranslations('designer.universal')
  const { draft, edit, canEdit } = useDesk()
  return (
    <section aria-label={t('title')}>
      <h3 className="font-semibold text-hint">{t('title')}</h3>
      <p className="mb-1.5 text-hint text-text-3">{t('explain')}</p>
      {universalNames.map((name) => {
        const universal = draft.drawing.universal[name]
        return (
          <div key={name} className="border-line border-b py-2" data-field={`universal.${name}`}>
            <Switch
              checked={universal !== undefined}
              disabled={!canEdit}
              onChange={(event) => edit({ kind: 'setUniversal', name, universal: event.currentTarget.checked ? { words: {} } : null })}
            >
              {t(`name.${name}`)}
            </Switch>
            {universal ? <One name={name} universal={universal} /> : null}
          </div>
        )
      })}
    </section>
  )
}

function One({ name, universal }: { name: UniversalName; universal: Universal }) {
  const t = useTranslations('designer.universal')
  const { draft, edit, canEdit } = useDesk()
  const { locales, nodes } = draft.drawing
  const change = (next: Partial<Universal>) => {
    const { key, target, words } = { ...universal, ...next }
    edit({ kind: 'setUniversal', name, universal: { words, ...(key && { key }), ...(target && { target }) } })
  }
  return (
    <div className="mt-1.5 flex flex-col gap-1.5 ps-9.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-hint text-text-2">
        <Beside label={t('key')}>
          {(id) => (
            <Select
              id={id}
              look="compact"
              value={universal.key ?? ''}
              disabled={!canEdit}
              onChange={(event) => change({ key: event.currentTarget.value || undefined })}
            >
              <option value="">{t('noKey')}</option>
              {keys.map((key) => (
                <option key={key} value={key}>
                  {key}
                </option>
              ))}
            </Select>
          )}
        </Beside>
        {name === 'repeat' ? null : (
          <Beside label={t('leadsTo')}>
            {(id) => (
              <Select
                id={id}
                look="compact"
                value={universal.target ?? ''}
                disabled={!canEdit}
                onChange={(event) => change({ target: event.currentTarget.value || undefined })}
              >
                <option value="">{t('nowhere')}</option>
                {reachOrder(draft.drawing).map((id) => (
                  <option key={id} value={id}>
                    {nodes[id]?.label}
                  </option>
                ))}
              </Select>
            )}
          </Beside>
        )}
      </div>
      {locales.map((tag) => (
        <SaidWords
          key={tag}
          tag={tag}
          name={languageName(tag, locales)}
          words={universal.words[tag] ?? []}
          onChange={(words) => change({ words: { ...without(universal.words, tag), ...(words.length > 0 && { [tag]: words }) } })}
        />
      ))}
    </div>
  )
}

function SaidWords({ tag, name, words, onChange }: { tag: string; name: string; words: string[]; onChange: (words: string[]) => void }) {
  const t = useTranslations('designer.universal')
  const { canEdit } = useDesk()
  const [typed, setTyped] = useState<string>()
  return (
    <Beside
      label={name}
      lang={tag}
      className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-2"
      labelClassName="truncate text-text-2"
    >
      {(id) => (
        <TextInput
          id={id}
          compact
          lang={tag}
          placeholder={t('words')}
          readOnly={!canEdit}
          value={typed ?? words.join(', ')}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value)
            onChange(value.split(/[,，、;]/).flatMap((word) => word.trim() || []))
          }}
          onBlur={() => setTyped(undefined)}
        />
      )}
    </Beside>
  )
}

function without<Value>(record: Record<string, Value>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))
}
