'use client'

import { Plus, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FlowLine } from '@/app/rooms/outputs'
import { Button } from '@/app/ui/Button'
import { Empty } from '@/app/ui/Empty'
import { Select } from '@/app/ui/Select'
import { TabLinks } from '@/app/ui/TabLinks'
import { TextInput } from '@/app/ui/TextInput'
import { FlowTable } from './FlowTable'
import { found, onShelf, type Shelf, shelves } from './flow-filter'

/** The list with its tabs, search and channel. */
export function FlowShelves({ flows, shelf, onBegin }: { flows: FlowLine[]; shelf: Shelf; onBegin: (() => void) | undefined }) {
  const t = useTranslations('flows')
  const [words, setWords] = useState('')
  const [channel, setChannel] = useState('any')
  const showAll = () => {
    setWords('')
    setChannel('any')
  }
  const there = onShelf(flows, shelf)
  const shown = found(there, { words, channel })
  const tabs = shelves.map((each) => ({
    value: each,
    label: t(`shelf.${each}`),
    count: onShelf(flows, each).length,
    href: each === 'all' ? '/flows' : `/flows?show=${each}`,
  }))
  return (
    <>
      <div className="mb-0 flex flex-wrap items-end gap-x-3 gap-y-2">
        <TabLinks label={t('shelves')} tabs={tabs} current={shelf} />
        <div className="ms-auto flex flex-wrap gap-2 pb-1.5">
          <TextInput
            type="search"
            icon={<Search />}
            aria-label={t('search')}
            placeholder={t('searchHint')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            className="w-48"
          />
          <Select aria-label={t('channel.label')} value={channel} onChange={(event) => setChannel(event.currentTarget.value)}>
            {(['any', 'voice', 'sms'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`channel.${each}`)}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {shown.length > 0 ? (
        <FlowTable flows={shown} />
      ) : (
        <Nothing filtered={there.length > 0} shelf={shelf} onBegin={onBegin} onAll={showAll} />
      )}
      <p className="mt-2 text-hint text-text-3" aria-live="polite">
        {t('shown', { shown: shown.length, all: there.length })}
      </p>
    </>
  )
}

type NothingProps = { filtered: boolean; shelf: Shelf; onBegin: (() => void) | undefined; onAll: () => void }

function Nothing({ filtered, shelf, onBegin, onAll }: NothingProps) {
  const t = useTranslations('flows')
  if (filtered) {
    return (
      <Empty title={t('none.found')} actions={<Button onClick={onAll}>{t('none.showAll')}</Button>}>
        {t('none.foundHint')}
      </Empty>
    )
  }
  const begin =
    onBegin && (shelf === 'all' || shelf === 'drafts') ? (
      <Button icon={<Plus />} onClick={onBegin}>
        {t('new')}
      </Button>
    ) : undefined
  return (
    <Empty title={t(`none.${shelf}`)} actions={begin}>
      {shelf === 'all' ? t('none.allHint') : null}
    </Empty>
  )
}
