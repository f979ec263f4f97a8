import type { LineStore, TelephonyAccount } from './ports'

/** Accounts by the name in the webhook path. Remembered for `freshMs`, and longer while the store is away: a signature can still be checked. */
export interface Accounts {
  get(id: string): Promise<TelephonyAccount | undefined>
  /** Reads the account anew, for a signature that fits no token known so far: the tokens may have been rotated. */
  reread(id: string): Promise<TelephonyAccount | undefined>
}

export function createAccounts(
  store: LineStore,
  { now, freshMs = 60_000, most = 500 }: { now: () => Date; freshMs?: number; most?: number },
): Accounts {
  const known = new Map<string, { account: TelephonyAccount | undefined; at: number }>()
  async function reread(id: string): Promise<TelephonyAccount | undefined> {
    const account = await store.account(id)
    known.delete(id)
    known.set(id, { account, at: now().getTime() })
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest)
    return account
  }
  return {
    reread,
    async get(id) {
      const before = known.get(id)
      if (before?.account && now().getTime() - before.at < freshMs) return before.account
      try {
        return await reread(id)
      } catch (outage) {
        if (before?.account) return before.account
        throw outage
      }
    },
  }
}
