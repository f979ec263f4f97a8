'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import type { AppRouter } from '@/app/server/routers/index'
import { TRPCProvider } from './client'

/** The client of the studio's procedures, for every screen below. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: mayTryAgain } } }))
  const [trpcClient] = useState(() => createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '/api/trpc', maxURLLength: 4_000 })] }))
  return (
    <QueryClientProvider client={queries}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queries}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}

/** A refusal stays one however often it is asked; only what the network or the server lost is asked for twice more. */
function mayTryAgain(failures: number, error: unknown): boolean {
  const code: unknown = error instanceof TRPCClientError ? error.data?.code : undefined
  return failures < 2 && (code === undefined || code === 'INTERNAL_SERVER_ERROR')
}
