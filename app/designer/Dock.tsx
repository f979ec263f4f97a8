'use client'

import { ChevronDown, ChevronUp, History as Clock, OctagonX, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect } from 'react'
import { z } from 'zod'
import { Content } from '#flows/content'
import { Drawing } from '#flows/drawing'
import { RehearsalPanel } from '@/app/rehearsal/RehearsalPanel'
import { useRehearsal } from '@/app/rehearsal/useRehearsal'
import { useTRPCClient } from '@/app/trpc/client'
import { IconButton } from '@/app/ui/IconButton'
import { TabCount } from '@/app/ui/TabCount'
import { tabLooks } from '@/app/ui/tab-look'
import { type DockTab, useDesk } from './desk'
import { History } from './draft/History'
import { ProblemList } from './problems/ProblemList'

const Played = z.object({ drawing: Drawing, content: Content })

/** Rehearsal, problems and changes at the foot: open to what is asked for, closed to one line. */
export function Dock() {
  const t = useTranslations('designer.dock')
  const desk = useDesk()
  const { dock, showDock, findings } = desk
  const must = findings.filter(({ level }) => level === 'must').length
  const tabs: { tab: DockTab; icon: ReactNode; counts: ReactNode }[] = [
    { tab: 'rehearsal', icon: <Phone aria-hidden="true" />, counts: null },
    {
      tab: 'problems',
      icon: <OctagonX aria-hidden="true" />,
      counts: (
        <>
          {must > 0 ? <TabCount count={must} bad /> : null}
          {findings.length > must || must === 0 ? <TabCount count={findings.length - must} /> : null}
        </>
      ),
    },
    { tab: 'changes', icon: <Clock aria-hidden="true" />, counts: null },
  ]
  return (
    <section
      aria-label={t('label')}
      data-region="dock"
      tabIndex={-1}
      className={`flex flex-none flex-col border-edge border-t bg-surface ${dock.open ? 'h-66 max-h-[50%] max-sm:h-auto max-sm:max-h-none' : ''}`}
    >
      <div className="flex min-h-9 flex-none items-center gap-1.5 border-line border-b ps-1.5 pe-3">
        <div role="tablist" aria-label={t('label')} className="flex flex-wrap">
          {tabs.map(({ tab, icon, counts }) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`dock-${tab}`}
              aria-controls="dock-panel"
              aria-selected={dock.open && dock.tab === tab}
              className={tabLooks.line}
              onClick={() => showDock(tab, !(dock.open && dock.tab === tab))}
            >
              {icon}
              {t(tab)}
              {counts}
            </button>
          ))}
        </div>
        <IconButton
          size="compact"
          className="ms-auto"
          icon={dock.open ? <ChevronDown /> : <ChevronUp />}
          label={dock.open ? t('close') : t('open')}
          onClick={() => showDock(dock.tab, !dock.open)}
        />
      </div>
      <Rehearsals open={dock.open && dock.tab === 'rehearsal'} />
      {dock.open && dock.tab !== 'rehearsal' ? (
        <div id="dock-panel" role="tabpanel" aria-labelledby={`dock-${dock.tab}`} className="flex min-h-0 flex-1 flex-col">
          {dock.tab === 'problems' ? <ProblemList /> : <History />}
        </div>
      ) : null}
    </section>
  )
}

/** The rehearsal goes on while another tab is open; the canvas shows where its caller is. */
function Rehearsals({ open }: { open: boolean }) {
  const { draft, setWalk, goTo } = useDesk()
  const client = useTRPCClient()
  const fetchRelease = useCallback(async (hash: string) => Played.parse(await client.releases.get.query({ hash })), [client])
  const rehearsing = useRehearsal(draft, fetchRelease)
  const { rehearsal } = rehearsing
  useEffect(() => setWalk(rehearsal && { here: rehearsal.here, path: rehearsal.path }), [rehearsal, setWalk])
  useEffect(() => () => setWalk(undefined), [setWalk])
  if (!open) return null
  return (
    <div id="dock-panel" role="tabpanel" aria-labelledby="dock-rehearsal" data-rehearsal="" className="flex min-h-0 flex-1 flex-col">
      <RehearsalPanel draft={draft} rehearsing={rehearsing} onNode={(node) => goTo(node.split('/')[0] ?? node)} />
    </div>
  )
}
