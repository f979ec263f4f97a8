'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Channel } from '#flows/ids'
import { Checkbox } from '@/app/ui/Checkbox'
import { Field } from '@/app/ui/Field'
import { IconButton } from '@/app/ui/IconButton'
import { TextInput } from '@/app/ui/TextInput'
import { useDesk } from '../desk'
import { LocaleList } from './LocaleList'
import { UniversalKeys } from './UniversalKeys'
import { VariableList } from './VariableList'

/** The flow itself: its name, channels, languages, the keys that always work, and what it may know. */
export function FlowPanel() {
  const t = useTranslations('designer.flow')
  const { draft, edit, canEdit, inspect } = useDesk()
  const { channels } = draft.drawing
  return (
    <>
      <header className="flex min-h-14 flex-none items-center justify-between border-line border-b py-1.5 ps-4 pe-2">
        <h2 className="text-panel">{t('title')}</h2>
        <IconButton icon={<X />} label={t('close')} onClick={() => inspect(false)} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-auto px-4 py-3.5">
        <Field label={t('name')}>
          <FlowName />
        </Field>
        <section aria-label={t('channels')}>
          <h3 className="mb-1 font-semibold text-hint">{t('channels')}</h3>
          {Channel.options.map((channel) => (
            <Checkbox
              key={channel}
              checked={channels.includes(channel)}
              disabled={!canEdit}
              onChange={(event) => {
                const next = Channel.options.filter((each) => (each === channel ? event.currentTarget.checked : channels.includes(each)))
                if (next.length > 0) edit({ kind: 'setFlow', channels: next })
              }}
            >
              {t(`channel.${channel}`)}
            </Checkbox>
          ))}
        </section>
        <LocaleList />
        <UniversalKeys />
        <VariableList />
      </div>
    </>
  )
}

function FlowName() {
  const { draft, edit, canEdit } = useDesk()
  const [typed, setTyped] = useState<string>()
  return (
    <TextInput
      value={typed ?? draft.drawing.name}
      maxLength={120}
      readOnly={!canEdit}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        if (value.trim() !== '') edit({ kind: 'setFlow', name: value })
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
