'use client'

import { CopyPlus, Ellipsis, Trash2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { DrawnNode } from '#flows/drawing'
import { FamilyGlyph } from '@/app/ui/FamilyGlyph'
import { IconButton } from '@/app/ui/IconButton'
import { Menu, MenuItem, MenuLine } from '@/app/ui/Menu'
import { TabPanel, Tabs } from '@/app/ui/Tabs'
import { copied, pasteOf } from '../canvas/clipboard'
import { useDesk } from '../desk'
import { SettingsForm } from '../form/SettingsForm'
import { useKindWords } from '../reading/kind-words'
import { readNode } from '../reading/read-node'
import { TypeIcon } from '../reading/type-icons'
import { Help } from './Help'
import { NodeProblems } from './NodeProblems'
import { Ways } from './Ways'

/** One node: its name, its settings, its ways out, and how its kind works. */
export function NodePanel({ id, node }: { id: string; node: DrawnNode }) {
  const t = useTranslations('designer.inspector')
  const { help, wanted } = useDesk()
  const { ports } = readNode(node)
  const [tab, setTab] = useState('settings')
  useEffect(() => {
    if (wanted?.node === id && wanted.field !== undefined) setTab(wanted.field.startsWith('ways') ? 'ways' : 'settings')
  }, [wanted, id])
  const tabs = [
    { value: 'settings', label: t('settings') },
    ...(ports.length > 0 ? [{ value: 'ways', label: t('ways'), count: ports.length }] : []),
    { value: 'help', label: t('help') },
  ]
  return (
    <>
      <Head id={id} node={node} />
      <Tabs
        label={t('parts')}
        tabs={tabs}
        value={tab}
        onChange={setTab}
        className="flex min-h-0 flex-1 flex-col [&>[role=tablist]]:flex-none [&>[role=tablist]]:px-2"
      >
        <TabPanel value="settings" className="min-h-0 flex-1 overflow-auto px-4 py-3.5">
          <NodeProblems id={id} />
          <SettingsForm id={id} />
        </TabPanel>
        <TabPanel value="ways" className="min-h-0 flex-1 overflow-auto px-4 py-3.5">
          <Ways id={id} node={node} />
        </TabPanel>
        <TabPanel value="help" className="min-h-0 flex-1 overflow-auto px-4 py-3.5">
          <Help text={help[node.type] ?? ''} />
        </TabPanel>
      </Tabs>
    </>
  )
}

function Head({ id, node }: { id: string; node: DrawnNode }) {
  const t = useTranslations('designer')
  const { locale, canEdit, inspect } = useDesk()
  const { type } = readNode(node)
  const kindWords = useKindWords()
  return (
    <header className="flex min-h-14 flex-none items-center gap-2.5 py-1.5 ps-4 pe-2">
      <FamilyGlyph family={type?.family ?? 'structure'} size={30}>
        <TypeIcon icon={type?.icon ?? ''} />
      </FamilyGlyph>
      <div className="min-w-0 flex-1">
        <Name id={id} label={node.label} />
        <p className="truncate px-1 text-hint text-text-3">
          {kindWords({ family: type?.family ?? 'structure', kind: type?.words[locale].title ?? node.type })} <code>{id}</code>
        </p>
      </div>
      {canEdit ? <More id={id} /> : null}
      <IconButton icon={<X />} label={t('inspector.close')} onClick={() => inspect(false)} />
    </header>
  )
}

function Name({ id, label }: { id: string; label: string }) {
  const t = useTranslations('designer.inspector')
  const { edit, canEdit } = useDesk()
  const [typed, setTyped] = useState<string>()
  return (
    <h2 className="text-panel">
      <input
        aria-label={t('name')}
        data-name=""
        className="w-full rounded-chip border border-transparent bg-transparent px-1 text-panel hover:border-line focus:border-control"
        value={typed ?? label}
        maxLength={80}
        readOnly={!canEdit}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          // An empty name is only ever on its way to another one.
          if (value.trim() !== '') edit({ kind: 'renameNode', id, label: value })
        }}
        onBlur={() => setTyped(undefined)}
      />
    </h2>
  )
}

function More({ id }: { id: string }) {
  const t = useTranslations('designer.inspector')
  const { draft, edit, select, focusOn } = useDesk()
  const duplicate = () => {
    const paste = pasteOf(draft, copied(draft, [id]) ?? '')
    if (!paste || !edit(paste)) return
    const [fresh] = Object.keys(paste.nodes)
    select(fresh === undefined ? [] : [fresh])
    focusOn(fresh === undefined ? undefined : { node: fresh })
  }
  if (id === draft.drawing.start) return null
  return (
    <Menu align="end" trigger={<IconButton icon={<Ellipsis />} label={t('more')} />}>
      <MenuItem icon={<CopyPlus />} keys="Ctrl D" onSelect={duplicate}>
        {t('duplicate')}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={<Trash2 />}
        danger
        keys="Delete"
        onSelect={() => {
          if (edit({ kind: 'removeNodes', ids: [id] })) select([])
        }}
      >
        {t('delete')}
      </MenuItem>
    </Menu>
  )
}
