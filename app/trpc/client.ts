'use client'

import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { AppRouter } from '@/app/server/routers/index'

/** `useTRPC()` gives query and mutation options for TanStack Query: `useQuery(trpc.flows.list.queryOptions())`. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()
