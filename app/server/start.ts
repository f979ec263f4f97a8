import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { openStore } from '#drizzle/open'
import { createHttp } from '#engine/effects/client'
import { createEngine, type Engine } from '#engine/exchange/engine'
import { createTelephony } from '#engine/twilio/rest'
import { complain } from './complain'
import { firstStart } from './first-start/first-start'
import { listening } from './http/listening'
import { createFrontDoor } from './http/server'
import { makeWire } from './make-wire'
import { projectFolder } from './project-folder'
import { printReady } from './ready'
import { settingsFrom } from './settings'
import { stopOnSignals } from './stop'
import { setWire } from './wire'

/** The whole product on one port: the engine for Twilio, Next for people, one store for both. */
export async function start({ dev }: { dev: boolean }): Promise<void> {
  // Nobody reading what we print any more must not end the calls.
  process.stdout.on('error', () => undefined)
  const began = performance.now()
  const settings = settingsFrom(process.env)
  console.log(`Opening ${settings.databaseUrl ? 'the database' : `the data folder ${settings.folder}`} …`)
  const store = await openStore({ url: settings.databaseUrl, folder: settings.folder })
  let engine: Engine | undefined
  try {
    const { wire, config } = makeWire({ store, settings, clock: { now: () => new Date() }, env: process.env })
    setWire(wire)
    const news = await firstStart(wire, { say: (line) => console.log(line) })
    const edges = { telephony: createTelephony({ base: config.twilioApi }), http: createHttp({ allow: config.egressAllow }) }
    engine = createEngine({ store: wire.lines, clock: wire.clock, ids: wire.ids, audio: wire.audio, ...edges, config })
    const pages = next({ dev, dir: projectFolder(), hostname: settings.host, port: settings.port })
    await pages.prepare()
    const server = createFrontDoor({
      engine: getRequestListener(engine.fetch, { overrideGlobalObjects: false }),
      pages: pages.getRequestHandler(),
      headers: { dev, https: settings.publicUrl?.startsWith('https:') === true },
      trustProxy: settings.trustProxy,
    })
    await listening(server, settings)
    engine.start()
    stopOnSignals({ server, ends: [() => engine?.stop(), () => pages.close(), () => store.close()] })
    await printReady(wire, { news, seconds: (performance.now() - began) / 1000 })
  } catch (error) {
    // A plain Error is a sentence for whoever starts the server; everything else is a fault of ours.
    if (!(error instanceof Error) || error.constructor !== Error) complain(error, { at: 'start' })
    await engine?.stop()
    await store.close()
    throw error
  }
}
