import type { Accounts } from './accounts'
import type { Bindings } from './bindings'
import type { EngineConfig } from './config'
import type { Releases } from './gate'
import type { Clock, Http, Ids, LegRow, LineStore, SessionRow, Telephony } from './ports'
import type { Serial } from './session/serial'
import type { Urls } from './urls'

/** What the engine says about itself. Never a caller's words, numbers or variables. */
export interface Log {
  error(message: string, facts: Record<string, string | number | undefined>): void
}

/** Everything a session is run with. Holds nothing of any session: every process can answer every turn. */
export interface Line {
  store: LineStore
  clock: Clock
  ids: Ids
  telephony: Telephony
  http: Http
  config: EngineConfig
  urls: Urls
  releases: Releases
  accounts: Accounts
  bindings: Bindings
  log: Log
  /** What this process does for one thread at a time; between processes the store decides. */
  threads: Serial
  /** There is new work in the outbox. */
  wake(): void
  /** Work that goes on after the answer; `stop` waits for it. */
  later(work: Promise<unknown>): void
}

/** A session as it was read or written: its row and its legs. */
export interface Held {
  session: SessionRow
  legs: readonly LegRow[]
}

/** The one leg of a thread, and the patient's own leg of a call. */
export const callerOf = ({ legs }: Held): LegRow | undefined => legs.find(({ role }) => role === 'caller')

export const isoNow = ({ clock }: Pick<Line, 'clock'>): string => clock.now().toISOString()
