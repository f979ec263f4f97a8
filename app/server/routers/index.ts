import { createCallerFactory, router } from '../trpc'
import { drafts } from './drafts/index'
import { flows } from './flows/index'
import { me } from './me'

/** Everything the screens ask and do. */
export const appRouter = router({ me, flows, drafts })

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
