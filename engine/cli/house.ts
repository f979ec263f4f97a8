import type { LoadedFlow } from '../load'
import type { ChainedEntry, SessionRow, StoredRelease } from '../ports'

/** Where an installation keeps its memory. */
export interface HouseAddress {
  /** `postgres://…`; undefined means SQLite in `folder`. */
  url: string | undefined
  folder: string
}

export type Verdict = { ok: true; entries: number } | { ok: false; entries: number; at: number; because: string }

/** An installation as the command line sees it. The composition root makes it from a store. */
export interface House {
  organisations(): Promise<readonly { id: string; name: string }[]>
  release(organisation: string, hash: string): Promise<StoredRelease | undefined>
  /** Full hashes that begin like this. */
  releasesLike(organisation: string, beginning: string): Promise<readonly string[]>
  /** Whether the engine would run it now, or why not. */
  admit(
    organisation: string,
    hash: string,
    at: Date,
  ): Promise<{ open: true; flow: LoadedFlow; withdrawn: boolean } | { open: false; reasons: readonly string[] }>
  audit(organisation: string): Promise<Verdict>
  session(organisation: string, id: string): Promise<{ session: SessionRow; entries: readonly ChainedEntry[]; chain: Verdict } | undefined>
  close(): Promise<void>
}

export type OpenHouse = (address: HouseAddress) => Promise<House>

/** Runs work on an installation and closes it whatever happens. */
export async function inHouse<Result>(open: OpenHouse, address: HouseAddress, work: (house: House) => Promise<Result>): Promise<Result> {
  const house = await open(address)
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
