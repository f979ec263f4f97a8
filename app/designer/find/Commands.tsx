'use client'

import { Code, List, Phone, Redo2, Settings2, Signature, Undo2, Workflow } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTargetChoices } from '../canvas/useChoices'
import { useDesk } from '../desk'
import { type Choice, Picker } from './Picker'

/** Everything that can be done, and every node and its words, by typing a few letters. */
export function Commands({ only, onSubmit, onClose }: { only: 'nodes' | 'all'; onSubmit: () => void; onClose: () => void }) {
  const t = useTranslations('designer.command')
  const desk = useDesk()
  const nodes = useTargetChoices()
  const acts: Record<string, { choice: Omit<Choice, 'id' | 'text'>; run: () => void }> = {
    canvas: { choice: { label: t('canvas'), icon: <Workflow className="size-4" />, keys: 'Alt 1' }, run: () => desk.showView('canvas') },
    outline: { choice: { label: t('outline'), icon: <List className="size-4" />, keys: 'Alt 2' }, run: () => desk.showView('outline') },
    code: { choice: { label: t('code'), icon: <Code className="size-4" />, keys: 'Alt 3' }, run: () => desk.showView('code') },
    rehearse: { choice: { label: t('rehearse'), icon: <Phone className="size-4" />, keys: 'R' }, run: () => desk.showDock('rehearsal') },
    flow: { choice: { label: t('flow'), icon: <Settings2 className="size-4" /> }, run: () => desk.select([]) },
    undo: { choice: { label: t('undo'), icon: <Undo2 className="size-4" />, keys: 'Ctrl Z' }, run: desk.undo },
    redo: { choice: { label: t('redo'), icon: <Redo2 className="size-4" />, keys: 'Ctrl Shift Z' }, run: desk.redo },
    submit: { choice: { label: t('submit'), icon: <Signature className="size-4" /> }, run: onSubmit },
  }
  const choices: Choice[] = [
    ...nodes.map((choice) => ({ ...choice, id: `node ${choice.id}` })),
    ...(only === 'nodes' ? [] : Object.entries(acts).map(([id, { choice }]) => ({ ...choice, id, text: String(choice.label) }))),
  ]
  const pick = (id: string) => {
    if (id.startsWith('node ')) desk.goTo(id.slice(5))
    else acts[id]?.run()
  }
  return <Picker title={only === 'nodes' ? t('find') : t('search')} choices={choices} onPick={pick} onClose={onClose} />
}
