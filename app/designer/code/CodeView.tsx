'use client'

import { CircleCheck, OctagonX } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Loading } from '@/app/ui/Loading'
import { type Desk, useDesk } from '../desk'
import type { EditorProps } from './Editor'
import { codeOf, readCode } from './read-code'

const Editor = dynamic(() => import('./Editor'), { ssr: false, loading: () => <Loading className="p-4" count={8} /> })
const pauseMs = 500

/** The chart as text, both ways: what is typed reaches the draft as soon as it can be read, and every change of the draft is shown. */
export function CodeView() {
  const t = useTranslations('designer.code')
  const { draft, edit, canEdit, code: typed, setCode: setTyped } = useDesk()
  const written = useMemo(() => codeOf(draft), [draft])
  const [reveal, setReveal] = useState<EditorProps['reveal']>()
  const text = typed ?? written
  const read = useMemo(() => readCode(text, draft), [text, draft])
  const latest = useRef({ draft, edit, typed, canEdit, setTyped })
  latest.current = { draft, edit, typed, canEdit, setTyped }
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => bring(latest.current), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  // Leaving the view does not wait for the pause.
  useEffect(
    () => () => {
      if (bring(latest.current)) latest.current.setTyped(undefined)
    },
    [],
  )
  return (
    <section aria-label={t('label')} data-region="canvas" tabIndex={-1} className="flex min-h-0 flex-1 flex-col bg-surface">
      <p className="flex-none border-line border-b px-4 py-1.5 text-hint text-text-3">{canEdit ? t('explain') : t('readOnly')}</p>
      <Editor
        label={t('label')}
        text={text}
        readOnly={!canEdit}
        reveal={reveal}
        onChange={setTyped}
        onLeave={() => {
          // What is derived is written anew; a text that cannot be read stays until it can.
          if (bring(latest.current)) setTyped(undefined)
        }}
      />
      <div role="status" className="max-h-32 flex-none overflow-auto border-line border-t px-4 py-1.5 text-hint">
        {read.ok ? (
          <p className="flex items-center gap-1.5 text-text-2">
            <CircleCheck className="size-3.5 text-ok" aria-hidden="true" />
            {typed !== undefined && read.edit ? t('applying') : t('same')}
          </p>
        ) : (
          <ul>
            {read.problems.map(({ line, column, problem, pointer }) => (
              <li key={`${pointer} ${line} ${column} ${problem}`}>
                <button
                  type="button"
                  className="flex w-full gap-1.5 py-0.5 text-left text-bad hover:underline"
                  onClick={() => setReveal({ line, column, at: performance.now() })}
                >
                  <OctagonX className="mt-px size-3.5" aria-hidden="true" />
                  <span>
                    <b className="tabular-nums">{t('line', { line })}</b> {problem}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

/** Makes what was typed an edit. False when it cannot be read. */
function bring({ draft, edit, typed, canEdit }: Pick<Desk, 'draft' | 'edit' | 'canEdit'> & { typed: string | undefined }): boolean {
  if (typed === undefined || !canEdit) return true
  const read = readCode(typed, draft)
  return read.ok && (read.edit === undefined || edit(read.edit))
}
