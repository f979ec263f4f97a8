'use client'

import { useQuery } from '@tanstack/react-query'
import { GitPullRequestArrow } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Edit } from '#flows/edits/edit'
import { useTRPCClient } from '@/app/trpc/client'
import { Banner } from '@/app/ui/Banner'
import { Button } from '@/app/ui/Button'
import { Dialog } from '@/app/ui/Dialog'
import { Heard } from '@/app/ui/Heard'
import { useDesk } from '../desk'
import { editWords } from '../reading/edit-words'
import type { Conflict } from './work'

/** My edits that do not fit what somebody else did: both versions in words, side by side, until I choose. */
export function ConflictView() {
  const t = useTranslations('designer.conflict')
  const { work } = useDesk()
  const [open, setOpen] = useState(false)
  const count = work.conflicts.length
  const names = useNames(count > 0)
  const nameOf = ({ with: entry }: Conflict): string | undefined => entry && (entry.personName ?? names.get(entry.revision))
  const who = work.conflicts[0] && nameOf(work.conflicts[0])
  if (count === 0) return null
  return (
    <>
      <Banner
        state="bad"
        live
        icon={<GitPullRequestArrow />}
        title={who ? t('who', { name: who }) : t('somebody')}
        className="m-2"
        action={
          <button type="button" className="link min-h-6" onClick={() => setOpen(true)}>
            {t('compare')}
          </button>
        }
      >
        {t('kept', { count })}
      </Banner>
      <Dialog open={open} onClose={() => setOpen(false)} width="wide" title={t('title')} lead={t('lead')}>
        <ul className="flex flex-col gap-4">
          {work.conflicts.map((conflict) => (
            <Pair key={conflict.id} conflict={conflict} name={nameOf(conflict)} />
          ))}
        </ul>
      </Dialog>
    </>
  )
}

/** Who made the newest edits, by revision: the log itself names people by id only. */
function useNames(wanted: boolean): ReadonlyMap<number, string> {
  const client = useTRPCClient()
  const { flow, work } = useDesk()
  const { data } = useQuery({
    queryKey: ['draft names', flow, work.revision],
    queryFn: () => client.drafts.history.query({ flow }),
    enabled: wanted,
  })
  return new Map(data?.items.flatMap(({ revision, name }) => (name ? [[revision, name]] : [])))
}

function Pair({ conflict, name }: { conflict: Conflict; name: string | undefined }) {
  const t = useTranslations('designer.conflict')
  const checks = useTranslations('checks.edits')
  const { choose } = useDesk()
  const { reason } = conflict
  const why = checks.has(reason.code) && reason.code !== 'changed-by-someone-else' ? checks(reason.code, reason.values ?? {}) : undefined
  return (
    <li className="grid gap-3 sm:grid-cols-2">
      <Side title={t('mine')} edit={conflict.edit}>
        <Button size="compact" onClick={() => choose(conflict.id, 'mine')}>
          {t('takeMine')}
        </Button>
      </Side>
      <Side title={name ? t('named', { name }) : t('theirs')} edit={conflict.with?.edit} why={why}>
        <Button size="compact" onClick={() => choose(conflict.id, 'theirs')}>
          {t('takeTheirs')}
        </Button>
      </Side>
    </li>
  )
}

function Side({ title, edit, why, children }: { title: string; edit: Edit | undefined; why?: string | undefined; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2 rounded-card border border-edge p-3">
      <b className="text-hint text-text-2">{title}</b>
      {edit ? <EditSaid edit={edit} /> : null}
      {why ? <p className="text-text-2">{why}</p> : null}
      <div className="mt-auto">{children}</div>
    </div>
  )
}

/** An edit in words; words that callers hear stand as they are heard. */
export function EditSaid({ edit }: { edit: Edit }) {
  const t = useTranslations('designer')
  const { draft, locale } = useDesk()
  const { key, values } = editWords(edit, draft, locale)
  return (
    <div className="min-w-0">
      <p>{t(`edit.${key}`, values)}</p>
      {edit.kind === 'setWords' && edit.words ? (
        <p className="mt-1">
          <Heard lang={edit.locale}>{edit.words.text}</Heard>
        </p>
      ) : null}
      {edit.kind === 'setSettings' ? (
        <pre className="mt-1 max-h-40 overflow-auto whitespace-pre-wrap break-words text-hint text-text-2">
          {JSON.stringify(edit.set, null, 1)}
        </pre>
      ) : null}
    </div>
  )
}
