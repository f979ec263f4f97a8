'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { config } from 'zod'
import { ErrorNotice } from '@/app/ui/ErrorNotice'
import { Loading } from '@/app/ui/Loading'
import { Main } from '@/app/ui/Main'
import { TopBar } from '@/app/ui/TopBar'
import { useToast } from '@/app/ui/toast-context'
import { Head, Tools } from './Bars'
import { CodeView } from './code/CodeView'
import { Dock } from './Dock'
import { type Desk, DeskContext } from './desk'
import { type OpenedDraft, useOpenDraft } from './draft/useDraft'
import { Commands } from './find/Commands'
import { Inspector } from './inspector/Inspector'
import { KeyList } from './KeyList'
import { Notices } from './Notices'
import { Outline } from './outline/Outline'
import { SubmitDialog } from './submit/SubmitDialog'
import { useDeskState } from './useDeskState'
import { useGlobalKeys } from './useGlobalKeys'

// Schemas that write code at run time are forbidden by the page's content security policy; they also work without.
config({ jitless: true })

/* The canvas measures the browser, so the server has nothing to draw for it. */
const Canvas = dynamic(() => import('./canvas/Canvas').then((module) => module.Canvas), { ssr: false })

export interface DesignerProps {
  flow: string
  person: string
  /** Help of every node type in the reader's language, as Markdown. */
  help: Desk['help']
}

/** The designer of one flow. */
export function Designer({ flow, person, help }: DesignerProps) {
  const t = useTranslations('designer')
  const errors = useTranslations('errors')
  const opening = useOpenDraft(flow, person)
  if (opening.state === 'open') return <Open key={flow} opened={opening} help={help} />
  return (
    <>
      <TopBar place={t('head.flows')} placeHref="/flows" title={t('opening.title')} />
      <Main>
        {opening.state === 'opening' ? (
          <Loading shape="card" count={5} className="max-w-120" />
        ) : (
          <ErrorNotice title={t('opening.failed')} onRetry={opening.retry}>
            {opening.reason && errors.has(opening.reason) ? errors(opening.reason) : t('opening.kept')}
          </ErrorNotice>
        )}
      </Main>
    </>
  )
}

type Asked = 'find' | 'commands' | 'keys' | 'submit' | undefined

function Open({ opened, help }: { opened: OpenedDraft; help: Desk['help'] }) {
  const t = useTranslations('designer')
  const { desk, spoken } = useDeskState(opened, help)
  const [asked, ask] = useState<Asked>()
  const toast = useToast()
  useGlobalKeys(desk, {
    find: () => ask('find'),
    commands: () => ask('commands'),
    keys: () => ask('keys'),
    saved: () => {
      opened.store.sync()
      toast({ text: t('save.byItself') })
    },
  })
  const close = () => ask(undefined)
  return (
    <DeskContext value={desk}>
      <Head onSubmit={() => ask('submit')} onSearch={() => ask('commands')} />
      <div className="relative flex min-h-0 flex-1 max-sm:flex-col">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <Tools onFind={() => ask('find')} />
          <Main look="bare" className="max-sm:min-h-[70dvh]">
            <Notices />
            <div id="view" role="tabpanel" aria-labelledby={`view-${desk.view}`} className="flex min-h-0 flex-1 flex-col">
              <View desk={desk} />
            </div>
          </Main>
          <Dock />
        </div>
        <Inspector />
      </div>
      <p className="sr-only" aria-live="polite">
        {spoken}
      </p>
      {asked === 'find' || asked === 'commands' ? (
        <Commands only={asked === 'find' ? 'nodes' : 'all'} onSubmit={() => ask('submit')} onClose={close} />
      ) : null}
      {asked === 'keys' ? <KeyList onClose={close} /> : null}
      {asked === 'submit' ? <SubmitDialog onClose={close} /> : null}
    </DeskContext>
  )
}

function View({ desk: { view, showView } }: { desk: Desk }) {
  const t = useTranslations('designer.outline')
  if (view === 'outline') return <Outline />
  if (view === 'code') return <CodeView />
  return (
    <>
      <button
        type="button"
        data-leave=""
        className="link sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded-control focus:bg-raised focus:px-3 focus:py-1.5 focus:shadow-2"
        onClick={() => showView('outline')}
      >
        {t('open')}
      </button>
      <Canvas />
    </>
  )
}
