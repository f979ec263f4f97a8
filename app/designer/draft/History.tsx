'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Edit } from '#flows/edits/edit'
import { useTRPCClient } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { Loading } from '@/app/ui/Loading'
import { Time } from '@/app/ui/Time'
import { useDesk } from '../desk'
import { EditSaid } from './ConflictView'

/** Every change of this draft, newest first: who, when and what. */
export function History() {
  const t = useTranslations('designer.changes')
  const { flow, work } = useDesk()
  const client = useTRPCClient()
  const { data, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['draft history', flow, work.revision],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) => client.drafts.history.query({ flow, ...(pageParam !== undefined && { cursor: pageParam }) }),
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  })
  if (isPending) return <Loading className="p-3" />
  const items = data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return <p className="p-4 text-text-2">{t('none')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <ol aria-label={t('label')} tabIndex={0} className="min-h-0 flex-1 overflow-auto py-1.5">
      {items.map(({ revision, at, name, edit }) => {
        const read = Edit.safeParse(edit)
        return (
          <li key={revision} className="flex items-baseline gap-3 px-3.5 py-1 text-hint">
            <Time at={at} className="w-32 flex-none text-text-3" />
            <span className="w-32 flex-none truncate text-text-2">{name || t('somebody')}</span>
            {read.success ? (
              revision === 1 && read.data.kind === 'replaceDraft' ? (
                <p>{t('first')}</p>
              ) : (
                <EditSaid edit={read.data} />
              )
            ) : null}
          </li>
        )
      })}
      {hasNextPage ? (
        <li className="px-3.5 py-2">
          <Button size="compact" onClick={() => void fetchNextPage()}>
            {t('older')}
          </Button>
        </li>
      ) : null}
    </ol>
  )
}
