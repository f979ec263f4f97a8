import type { AudioShelf } from '#drizzle/audio'
import type { Store } from '#drizzle/store'
import type { Releases } from '#engine/gate'
import type { Clock, Ids, LineStore } from '#engine/ports'
import type { Urls } from '#engine/urls'
import type { Limit } from './auth/limit'
import type { Settings } from './settings'

/** What the server is made of: one per process, made by the composition root, used by routers, actions and pages. */
export interface Wire {
  store: Store
  /** The same store as the engine sees it: calls, their journal, and releases as the gate reads them. */
  lines: LineStore
  /** The engine's own gate, asked before a number is pointed and shown on every release. */
  releases: Releases
  /** The recordings that prompts play. */
  audio: AudioShelf
  urls: Urls
  clock: Clock
  ids: Ids
  settings: Settings
  /** Where Twilio finds us: the public URL, or this machine's own address while none is set. */
  address: string
  /** Failed sign-ins lately, per network address and per e-mail. */
  limit: Limit
}

/* Next's chunks and the server's bundle hold a copy of this module each; what they share is globalThis. */
const place = Symbol.for('callwright')

/** @throws when the process was not started by app/server/main.ts. */
export function wire(): Wire {
  const made = (globalThis as { [place]?: Wire })[place]
  if (!made) throw new Error('The server is not wired yet. Start Callwright with npm start or npm run dev, not with next itself.')
  return made
}

/** Makes it known to the whole process. */
export function setWire(made: Wire): void {
  ;(globalThis as { [place]?: Wire })[place] = made
}
