import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createAudioShelf } from '#drizzle/audio'
import { createLineStore } from '#drizzle/lines'
import { openStore } from '#drizzle/open'
import { configFrom } from './config'
import { createHttp } from './effects/client'
import { createEngine } from './exchange/engine'
import { createIds } from './ids'
import { createTelephony } from './twilio/rest'
import { urlKeyPurpose } from './urls'

/* The engine alone: any number of these may stand beside each other on one Postgres. */

const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? '127.0.0.1'
const store = await openStore({ url: process.env.DATABASE_URL, folder: process.env.CALLWRIGHT_DATA ?? './data' })
const config = configFrom(process.env, { urlKey: store.vault.derive(urlKeyPurpose), localUrl: `http://localhost:${port}` })
const clock = { now: () => new Date() }
const engine = createEngine({
  store: createLineStore(store),
  clock,
  ids: createIds(clock),
  telephony: createTelephony({ base: config.twilioApi }),
  http: createHttp({ allow: config.egressAllow }),
  config,
  audio: createAudioShelf(store),
})
if (store.createdKey)
  console.log(`The installation key was written to ${store.createdKey}. Keep a copy: without it nothing in the database can be read.`)
const server = createServer(getRequestListener((request) => engine.fetch(request), { overrideGlobalObjects: false }))
engine.start()
server.listen(port, host, () => console.log(`The engine answers on http://${host}:${port}; Twilio reaches it at ${config.publicUrl}.`))

let stopping = false
async function stop(): Promise<void> {
  if (stopping) process.exit(1)
  stopping = true
  server.close()
  server.closeIdleConnections()
  await engine.stop()
  await store.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
