import { createAudioShelf } from '#drizzle/audio'
import { createLineStore } from '#drizzle/lines'
import type { Store } from '#drizzle/store'
import { configFrom, type EngineConfig } from '#engine/config'
import { createReleases } from '#engine/gate'
import { createIds } from '#engine/ids'
import type { Clock } from '#engine/ports'
import { createUrls, urlKeyPurpose } from '#engine/urls'
import { createLimit } from './auth/limit'
import { lockMs } from './auth/sign-in'
import { localAddress } from './ready'
import type { Settings } from './settings'
import type { Wire } from './wire'

interface Parts {
  store: Store
  settings: Settings
  clock: Clock
  /** The engine's part of the environment. */
  env: Record<string, string | undefined>
}

/** Joins the store, the engine's gate and the settings into what the server is made of. @throws ConfigFault for the engine's settings. */
export function makeWire({ store, settings, clock, env }: Parts): { wire: Wire; config: EngineConfig } {
  const config = configFrom(env, { urlKey: store.vault.derive(urlKeyPurpose), localUrl: localAddress(settings) })
  const lines = createLineStore(store)
  const audio = createAudioShelf(store)
  const wire: Wire = {
    ...{ store, lines, audio, clock, settings },
    ids: createIds(clock),
    releases: createReleases(lines, { now: () => clock.now(), audio }),
    urls: createUrls(config),
    address: config.publicUrl,
    limit: createLimit({ clock, windowMs: lockMs }),
  }
  return { wire, config }
}
