import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { openStore } from '#drizzle/open'
import { createHttp } from '#engine/effects/client'
import { createEngine, type Engine } from '#engine/exchange/engine'
import { createTelephony } from '#engine/twilio/rest'
import { complain } from './complain'
import { firstStart } from './first-start/first-start'
import { createFrontDoor } from './http/server'
import { makeWire } from './make-wire'
import { onNewEnoughNode } from './node-guard'
import { projectFolder } from './project-folder'
import { printReady } from './ready'
import { settingsFrom } from './settings'
import { stopOnSignals } from './stop'
import { setWire } from './wire'

onNewEnoughNode(start)

/** The whole product on one port: the engine for Twilio, Next for people, one store for both. */
async function start(): Promise<void> {
  const dev = process.argv.includes('--dev')
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
    engine = createEngine({ store: wire.lines, clock: wire.clock, ids: wire.ids, ...edges, config })
    const pages = next({ dev, dir: projectFolder(), hostname: settings.host, port: settings.port })
    await pages.prepare()
    const server = createFrontDoor({
      engine: getRequestListener(engine.fetch, { overrideGlobalObjects: false }),
      pages: pages.getRequestHandler(),
      headers: { dev, https: settings.publicUrl?.startsWith('https:') === true },
      trustProxy: settings.trustProxy,
    })
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(settings.port, settings.host, resolve))
    engine.start()
    stopOnSignals({ server, ends: [() => engine?.stop(), () => pages.close(), () => store.close()] })
    await printReady(wire, { news, seconds: (performance.now() - began) / 1000 })
  } catch (error) {
    complain(error, { at: 'start' })
    await engine?.stop()
    await store.close()
    throw error
  }
}
