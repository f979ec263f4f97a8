'use client'

import { useQuery } from '@tanstack/react-query'
import {
  BadgeCheck,
  CloudCheck,
  CloudOff,
  CloudUpload,
  Code,
  List,
  Pencil,
  Phone,
  Redo2,
  Search,
  Settings2,
  Signature,
  Undo2,
  Workflow,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/app/trpc/client'
import { Beside } from '@/app/ui/Beside'
import { Button } from '@/app/ui/Button'
import { Chip } from '@/app/ui/Chip'
import { IconButton } from '@/app/ui/IconButton'
import { Select } from '@/app/ui/Select'
import { SubBar } from '@/app/ui/SubBar'
import { TopBar } from '@/app/ui/TopBar'
import { tabListLooks, tabLooks } from '@/app/ui/tab-look'
import { useDesk, views } from './desk'
import { languageName } from './reading/languages'

/** Place, state and what can be done with the flow as a whole. */
export function Head({ onSubmit, onSearch }: { onSubmit: () => void; onSearch: () => void }) {
  const t = useTranslations('designer.head')
  const { draft, work, flow, dock, showDock, canEdit } = useDesk()
  const trpc = useTRPC()
  const { data } = useQuery(trpc.flows.get.queryOptions({ flow }))
  const rehearsing = dock.open && dock.tab === 'rehearsal'
  return (
    <TopBar
      place={t('flows')}
      placeHref="/flows"
      title={draft.drawing.name}
      state={
        <>
          <Chip state="ink" icon={<Pencil />}>
            {t('draft', { revision: work.revision })}
          </Chip>
          {data?.live ? (
            <Chip state="ok" icon={<BadgeCheck />}>
              {t('live', { version: data.live.version })}
            </Chip>
          ) : (
            <Chip state="line">{t('never')}</Chip>
          )}
          <Saved />
        </>
      }
      actions={
        <>
          <Button icon={<Search />} keys="Ctrl K" variant="secondary" className="max-lg:hidden" onClick={onSearch}>
            {t('search')}
          </Button>
          <Button icon={<Phone />} keys="R" on={rehearsing} onClick={() => showDock('rehearsal', !rehearsing)}>
            {t('rehearse')}
          </Button>
          {canEdit ? (
            <Button variant="primary" icon={<Signature />} onClick={onSubmit}>
              {t('submit')}
            </Button>
          ) : null}
        </>
      }
    />
  )
}

function Saved() {
  const t = useTranslations('designer.save')
  const { save, work, canEdit } = useDesk()
  if (!canEdit) return <span className="text-hint text-text-2">{t('readOnly')}</span>
  const icon = {
    saved: <CloudCheck className="text-ok" />,
    saving: <CloudUpload />,
    offline: <CloudOff className="text-warn" />,
    refused: <CloudOff className="text-bad" />,
  }[save]
  return (
    <span className="flex items-center gap-1.25 text-hint text-text-2 [&_svg]:size-3.75" role="status" data-save={save}>
      {icon}
      {save === 'saved' && work.conflicts.length > 0 ? t('conflict') : t(save)}
    </span>
  )
}

const viewIcons = { canvas: <Workflow aria-hidden="true" />, outline: <List aria-hidden="true" />, code: <Code aria-hidden="true" /> }

/** The views of the one document, undo, and the language of the words shown. */
export function Tools({ onFind }: { onFind: () => void }) {
  const t = useTranslations('designer.tools')
  const { view, showView, work, undo, redo, draft, shown, showIn, select, inspect, canEdit } = useDesk()
  const { locales } = draft.drawing
  return (
    <SubBar
      label={t('label')}
      end={
        <>
          {locales.length > 1 ? (
            <Beside label={t('shown')}>
              {(id) => (
                <Select id={id} look="compact" value={shown} onChange={(event) => showIn(event.currentTarget.value)}>
                  {locales.map((tag) => (
                    <option key={tag} value={tag} lang={tag}>
                      {languageName(tag, locales)}
                    </option>
                  ))}
                </Select>
              )}
            </Beside>
          ) : null}
          <Button
            size="compact"
            icon={<Settings2 />}
            onClick={() => {
              select([])
              inspect(true)
            }}
          >
            {t('flow')}
          </Button>
          <Button size="compact" icon={<Search />} keys="Ctrl F" onClick={onFind}>
            {t('find')}
          </Button>
        </>
      }
    >
      <div role="tablist" aria-label={t('views')} className={tabListLooks.plates}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`view-${each}`}
            aria-controls="view"
            aria-selected={view === each}
            className={tabLooks.plates}
            onClick={() => showView(each)}
          >
            {viewIcons[each]}
            {t(`view.${each}`)}
          </button>
        ))}
      </div>
      {canEdit ? (
        <span className="flex">
          <IconButton
            size="compact"
            icon={<Undo2 />}
            label={t('undo')}
            keys="Ctrl Z"
            aria-disabled={work.undo.length === 0 || undefined}
            onClick={undo}
          />
          <IconButton
            size="compact"
            icon={<Redo2 />}
            label={t('redo')}
            keys="Ctrl Shift Z"
            aria-disabled={work.redo.length === 0 || undefined}
            onClick={redo}
          />
        </span>
      ) : null}
    </SubBar>
  )
}
