import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/app/server/routers/index'

type Outputs = inferRouterOutputs<AppRouter>

/** What the server answers, as screens pass it on. */
export type FlowLine = Outputs['flows']['list'][number]
export type NumberLine = Outputs['numbers']['list'][number]
export type QueueLine = Outputs['releases']['queue'][number]
export type ReleaseDetail = Outputs['releases']['get']
export type AccountLine = Outputs['accounts']['list'][number]
export type CallLine = Outputs['calls']['list']['items'][number]
export type CallDetail = Outputs['calls']['get']
export type JournalLine = CallDetail['entries'][number]
export type ImportPreview = Outputs['imports']['preview']
export type ImportedFlow = NonNullable<Outputs['imports']['get']>
export type AuditLine = Outputs['audit']['list']['items'][number]
export type PersonLine = Outputs['people']['list'][number]
