import { createAccounts } from '../accounts'
import { createBindings } from '../bindings'
import type { EngineConfig } from '../config'
import { faultOf } from '../fault'
import { createReleases } from '../gate'
import type { Line, Log } from '../line'
import type { Clock, Http, Ids, LineStore, Telephony } from '../ports'
import type { Recordings } from '../recordings'
import { createSerial } from '../session/serial'
import { createUrls } from '../urls'
import { engineVersion } from '../version'
import type { Answer } from './answer'
import { answerWebhook } from './http'
import { createLoop } from './loop'
import { createOutboxWork } from './outbox'
import { fireTimers } from './timers'

export interface EngineParts {
  store: LineStore
  clock: Clock
  ids: Ids
  telephony: Telephony
  http: Http
  config: EngineConfig
  log?: Log
  /** Without it, no release that names a recording runs. */
  audio?: Recordings
}

export interface Engine {
  /** Answers `/twilio/…`, `/healthz` and `/readyz`; undefined paths get 404. Never throws, never shows a stack trace. */
  fetch(request: Request): Promise<Response>
  /** Whether this engine answers a path, for servers that answer others themselves. */
  answers(path: string): boolean
  /** Begins to fire timers and to work the outbox. Without it, only requests are answered. */
  start(): void
  /** Ends both loops after what they are doing, and everything that outlived its request. */
  stop(): Promise<void>
}

const pollMs = 250

/** The engine on its edges. Any number of them may run on one store. */
export function createEngine(parts: EngineParts): Engine {
  const { store, clock, config } = parts
  const now = (): Date => clock.now()
  const running = new Set<Promise<unknown>>()
  const log: Log = parts.log ?? { error: (message, facts) => console.error(JSON.stringify({ level: 'error', message, ...facts })) }
  const line: Line = {
    ...{ store, clock, config, log, ids: parts.ids, telephony: parts.telephony, http: parts.http },
    urls: createUrls(config),
    releases: createReleases(store, { now, ...(parts.audio && { audio: parts.audio }) }),
    accounts: createAccounts(store, { now }),
    bindings: createBindings(store),
    threads: createSerial(),
    wake: () => outbox.wake(),
    later(work) {
      const tracked = work.catch(() => undefined).finally(() => running.delete(tracked))
      running.add(tracked)
    },
  }
  const failed = (what: string) => (fault: unknown) => log.error(`${what} cannot be read now.`, { fault: faultOf(fault) })
  const timers = createLoop(() => fireTimers(line), { everyMs: pollMs, failed: failed('Timers') })
  const outbox = createLoop(createOutboxWork(line), { everyMs: pollMs, failed: failed('The outbox') })
  return {
    answers: (path) => path === '/healthz' || path === '/readyz' || path.startsWith('/twilio/'),
    fetch: (request) => respond(line, request, parts.audio),
    start() {
      timers.start()
      outbox.start()
    },
    async stop() {
      await Promise.all([timers.stop(), outbox.stop()])
      await Promise.all(running)
    },
  }
}

async function respond(line: Line, request: Request, audio: EngineParts['audio']): Promise<Response> {
  const path = new URL(request.url, 'http://engine').pathname
  if (path === '/healthz') return Response.json({ ok: true, engine: engineVersion })
  if (path === '/readyz') return ready(line)
  const [, account, sha256] = /^\/twilio\/([^/]+)\/audio\/([0-9a-f]{64})$/.exec(path) ?? []
  if (account && sha256) return play(line, { account, sha256, audio })
  try {
    return responseOf(await answerWebhook(line, request))
  } catch (fault) {
    line.log.error('A request could not be answered.', { path, fault: faultOf(fault) })
    return new Response('The request could not be read.', { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
}

const responseOf = ({ status, body, type }: Answer): Response =>
  status === 204
    ? new Response(null, { status })
    : new Response(body, { status, headers: { 'content-type': type, 'cache-control': 'no-store' } })

/** Ready when the store answers. */
async function ready({ store }: Line): Promise<Response> {
  const ok = await store.seen('', 'ready').then(
    () => true,
    () => false,
  )
  return Response.json({ ok }, { status: ok ? 200 : 503 })
}

/** A recording is fetched by its hash alone: only who was given the hash can name it. */
async function play(
  line: Line,
  { account: id, sha256, audio }: { account: string; sha256: string; audio: EngineParts['audio'] },
): Promise<Response> {
  try {
    const account = await line.accounts.get(decodeURIComponent(id))
    const recording = account && (await audio?.get({ organisation: account.organisation, sha256 }))
    if (!recording) return new Response('There is no such recording.', { status: 404 })
    // A copy, since bytes may come in a buffer shared with others.
    return new Response(new Uint8Array(recording.bytes), {
      headers: {
        'content-type': recording.mediaType,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (fault) {
    line.log.error('A recording could not be played.', { account: id, fault: faultOf(fault) })
    return new Response('The recording cannot be read now.', { status: 503 })
  }
}
