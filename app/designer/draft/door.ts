import { z } from 'zod'
import { Draft } from '#flows/edits/draft'
import type { Edit } from '#flows/edits/edit'
import { EditEntry } from '#flows/edits/rebase'

/** An entry of the log as the server tells it; its name for the person may stand beside. */
export const Entry = z.object({ ...EditEntry.shape, personName: z.string().optional() })
export type Entry = z.infer<typeof Entry>

export const LoadedDraft = z.object({ flow: z.string(), name: z.string(), revision: z.number().int(), draft: Draft, canEdit: z.boolean() })
export type LoadedDraft = z.infer<typeof LoadedDraft>

/** `since` are the entries that came before ours and that we had not seen. Ours follow them, in order. */
export const EditAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), revision: z.number().int(), rebased: z.boolean().optional(), since: z.array(Entry).default([]) }),
  z.object({
    ok: z.literal(false),
    revision: z.number().int(),
    since: z.array(Entry),
    conflicts: z.array(z.object({ index: z.number().int(), reason: z.string(), values: z.record(z.string(), z.string()).default({}) })),
  }),
])
export type EditAnswer = z.infer<typeof EditAnswer>

export const Since = z.object({ revision: z.number().int(), entries: z.array(Entry) })
export type Since = z.infer<typeof Since>

export interface EditRequest {
  /** Made by us once for this batch: sent again after a lost answer, it changes nothing a second time. */
  id: string
  base: number
  edits: Edit[]
}

/** The way to the draft on the server. Every function rejects when the server cannot be reached. */
export interface DraftDoor {
  load(): Promise<LoadedDraft>
  edit(request: EditRequest): Promise<EditAnswer>
  since(revision: number): Promise<Since>
}

/** The server answered "no": `message` is a key of the catalogue `errors`. Anything else that rejects is a lost connection. */
export class ServerRefused extends Error {
  constructor(
    key: string,
    readonly values: Record<string, string | number> = {},
  ) {
    super(key)
    this.name = 'ServerRefused'
  }
}
