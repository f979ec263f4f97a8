import next from 'next'
import { openStore } from '#drizzle/open'
import { createLimit } from './auth/limit'
import { complain } from './complain'
import { firstStart } from './first-start/first-start'
import { createFrontDoor } from './http/server'
import { createIds } from './ids'
import { onNewEnoughNode } from './node-guard'
import { projectFolder } from './project-folder'
import { settingsFrom } from './settings'
import { setWire, type Wire } from './wire'
import { localAddress, printReady } from './ready'

onNewEnoughNode(start)

/** The whole product on one port: the engine for Twilio, Next for people, one store for both. */
async function start(): Promise<void> {
  const dev = process.argv.includes('--dev')
  const began = performance.now()
  const settings = settingsFrom(process.env)
  console.log(`Opening ${settings.databaseUrl ? 'the database' : `the data folder ${settings.folder}`} …`)
  const store = await openStore({ url: settings.databaseUrl, folder: settings.folder })
  const clock = { now: () => new Date() }
  const address = settings.publicUrl ?? localAddress(settings)
  const limit = createLimit({ clock, most: 30, windowMs: 15 * 60_000 })
  const wire: Wire = { store, clock, ids: createIds(clock), settings, address, limit }
  setWire(wire)
  try {
    const news = await firstStart(wire, { say: (line) => console.log(line) })
    const pages = next({ dev, dir: projectFolder(), hostname: settings.host, port: settings.port })
    await pages.prepare()
    const server = createFrontDoor({
      engine: (_request, response) => void response.writeHead(503).end(),
      pages: pages.getRequestHandler(),
      headers: { dev, https: settings.publicUrl?.startsWith('https:') === true },
      trustProxy: settings.trustProxy,
    })
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(settings.port, settings.host, resolve))
    stopOnSignals(async () => {
      server.close()
      server.closeIdleConnections()
      await pages.close()
      await store.close()
      server.closeAllConnections()
    })
    await printReady(wire, { news, seconds: (performance.now() - began) / 1000 })
  } catch (error) {
    await store.close()
    throw error
  }
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const leave = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(error, { at: 'stop' })
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}
