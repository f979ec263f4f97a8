import type { RequestListener } from 'node:http'
import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { complain } from '../complain'
import { type HeaderSettings, secure } from './headers'
import { markPeer } from './peer'

export interface FrontDoor {
  /** Webhooks and health, which never pass through Next. */
  engine: RequestListener
  pages: RequestListener
  headers: HeaderSettings
  trustProxy: boolean
}

const forEngine = /^\/(twilio\/|healthz$|healthz\?|readyz$|readyz\?)/

/** One port for everything. A request that is malformed or too slow ends in a status, never in a hanging socket. */
export function createFrontDoor({ engine, pages, headers, trustProxy }: FrontDoor): Server {
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 30_000 }, (request, response) => {
    markPeer(request, { trustProxy })
    if (forEngine.test(request.url ?? '')) return void engine(request, response)
    secure(request, response, headers)
    Promise.resolve(pages(request, response)).catch((error: unknown) => {
      complain(error, { at: 'page' })
      if (!response.headersSent) response.writeHead(500).end()
      else response.destroy()
    })
  })
  if (!headers.dev) server.on('upgrade', (_request, socket: Duplex) => socket.destroy())
  return server
}
