import { z } from 'zod'
import { Edit } from '#flows/edits/edit'
import { Entry } from './door'

/** Edits that the server has not confirmed, as they rest in this browser. */
export const Kept = z.object({
  person: z.string(),
  revision: z.number().int(),
  edits: z.array(Edit),
  conflicts: z
    .array(
      z.object({
        id: z.string(),
        edit: Edit,
        reason: z.object({ code: z.string(), values: z.record(z.string(), z.string()).optional() }),
        with: Entry.optional(),
      }),
    )
    .default([]),
  sent: z.object({ id: z.string(), base: z.number().int(), count: z.number().int() }).optional(),
  at: z.number(),
})
export type Kept = z.infer<typeof Kept>

/** Where unconfirmed edits rest, one place for each window. */
export interface Keeper {
  /** What this window, or one that is gone, left behind for this person. */
  left(person: string, now: number): { place: string; kept: Kept }[]
  keep(kept: Kept | undefined): void
  forget(place: string): void
}

/** A window that is there writes again while it has something to keep; silent this long, it is gone. */
const goneAfterMs = 20_000

/** Keeps edits in the browser's own storage. Full or forbidden storage keeps nothing and breaks nothing. */
export function browserKeeper(flow: string, { storage, window: name }: { storage: Storage; window: string }): Keeper {
  const prefix = `callwright.kept.${flow}.`
  const own = prefix + name
  const places = (): string[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index)).flatMap((key) => (key?.startsWith(prefix) ? [key] : []))
  return {
    left: (person, now) =>
      quietly(() =>
        places().flatMap((place) => {
          const kept = read(storage.getItem(place))
          return kept && kept.person === person && (place === own || now - kept.at > goneAfterMs) ? [{ place, kept }] : []
        }),
      ) ?? [],
    keep: (kept) => quietly(() => (kept ? storage.setItem(own, JSON.stringify(kept)) : storage.removeItem(own))),
    forget: (place) => quietly(() => storage.removeItem(place)),
  }
}

function read(text: string | null): Kept | undefined {
  try {
    return Kept.safeParse(JSON.parse(text ?? 'null')).data
  } catch {
    return undefined
  }
}

function quietly<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
