import { type TRPCClient, TRPCClientError } from '@trpc/client'
import { z } from 'zod'
import type { AppRouter } from '@/app/server/routers/index'
import { type DraftDoor, EditAnswer, LoadedDraft, ServerRefused, Since } from './door'

/** The draft as the server keeps it. */
export function trpcDoor(client: TRPCClient<AppRouter>, flow: string): DraftDoor {
  return {
    load: async () => LoadedDraft.parse(await asked(client.drafts.load.query({ flow }))),
    edit: async (request) => EditAnswer.parse(await asked(client.drafts.edit.mutate({ flow, ...request }))),
    since: async (revision) => Since.parse(await asked(client.drafts.since.query({ flow, revision }))),
  }
}

const Told = z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() })

/** Tells a "no" of the server from a line that is cut. @throws ServerRefused, or what the network threw. */
export async function asked<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer
  } catch (error) {
    const told = error instanceof TRPCClientError ? Told.safeParse(error.data) : undefined
    if (error instanceof TRPCClientError && told?.success) throw new ServerRefused(error.message, told.data.values)
    throw error
  }
}
