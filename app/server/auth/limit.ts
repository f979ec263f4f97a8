import type { Clock } from '#engine/ports'

/** Counts failures per key and says when there were too many lately. In memory: a restart forgets, which the lock of the account does not. */
export interface Limit {
  full(key: string, most: number): boolean
  count(key: string): void
}

const mostKeys = 10_000

export function createLimit({ clock, windowMs }: { clock: Clock; windowMs: number }): Limit {
  const kept = new Map<string, number[]>()
  const recent = (key: string): number[] => (kept.get(key) ?? []).filter((at) => clock.now().getTime() - at < windowMs)
  return {
    full: (key, most) => recent(key).length >= most,
    count(key) {
      const times = [...recent(key), clock.now().getTime()]
      kept.delete(key)
      kept.set(key, times)
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKeys) break
        kept.delete(oldest)
      }
    },
  }
}
