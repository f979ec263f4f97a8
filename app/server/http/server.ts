import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { complain } from '../complain'
import { mostBytes as mostOfRecording } from '../recordings/most-bytes'
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
    const fault = bodyFault(request)
    if (fault) return void response.writeHead(fault, { connection: 'close' }).end()
    Promise.resolve(pages(request, response)).catch((error: unknown) => {
      complain(error, { at: 'page' })
      if (!response.headersSent) response.writeHead(500).end()
      else response.destroy()
    })
  })
  if (!headers.dev) server.on('upgrade', (_request, socket: Duplex) => socket.destroy())
  return server
}

/** The largest thing a procedure takes is a flow to import; recordings have a door of their own. */
const mostToProcedures = 6_000_000

/** Procedures read their whole body: it must say beforehand how long it is, and not be longer than we take. */
function bodyFault({ method, url, headers }: IncomingMessage): 411 | 413 | undefined {
  if (method !== 'POST' || !url?.startsWith('/api/')) return undefined
  if (headers['content-length'] === undefined) return 411
  const most = /^\/api\/audio(\?|$)/.test(url) ? mostOfRecording : mostToProcedures
  return Number(headers['content-length']) > most ? 413 : undefined
}
