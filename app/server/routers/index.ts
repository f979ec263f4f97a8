import { createCallerFactory, router } from '../trpc'
import { audit } from './audit'
import { calls } from './calls'
import { drafts } from './drafts/index'
import { flows } from './flows/index'
import { imports } from './imports'
import { me } from './me'
import { accounts, numbers } from './numbers/index'
import { people } from './people'
import { releases } from './releases/index'
import { secrets } from './secrets'

/** Everything the screens ask and do. */
export const appRouter = router({ me, flows, drafts, releases, numbers, accounts, calls, imports, people, secrets, audit })

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
