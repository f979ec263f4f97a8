'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNotice } from '@/app/ui/ErrorNotice'
import { Loading, type LoadingProps } from '@/app/ui/Loading'
import { referenceOf, useRefusalWords } from './refusal'

export type AskedProps<Answer> = {
  query: Pick<UseQueryResult<Answer, unknown>, 'data' | 'error' | 'refetch'>
  /** What failed, in the words of the page. */
  failed: string
  shape?: LoadingProps['shape']
  count?: number | undefined
  children: (answer: Answer) => ReactNode
}

/** What the server was asked for: the shapes of it, then the thing itself; or what failed, why, and a second try. An old answer stays while a new one is fetched. */
export function Asked<Answer>({ query, failed, shape = 'rows', count = 4, children }: AskedProps<Answer>) {
  const words = useRefusalWords()
  if (query.data !== undefined) return children(query.data)
  if (query.error) {
    return (
      <ErrorNotice title={failed} reference={referenceOf(query.error)} onRetry={() => void query.refetch()}>
        {words(query.error)}
      </ErrorNotice>
    )
  }
  return <Loading shape={shape} count={count} />
}
