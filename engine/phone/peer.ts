import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SentText {
  sid: string
  to: string
  from: string
  body: string
  media: string[]
  statusCallback: string | undefined
}

export interface PlacedCall {
  sid: string
  to: string
  from: string
  url: string
  statusCallback: string | undefined
}

/** What happens when the product asks for something. May be set and changed while the peer runs. */
export interface PeerHooks {
  called?: (call: PlacedCall) => void
  redirected?: (sid: string, url: string) => void
  ended?: (sid: string) => void
}

export interface PeerParts {
  accountSid: string
  token: string
  hooks?: PeerHooks
}

/** Twilio's REST API on the loopback: takes calls and texts, keeps them, answers as the OpenAPI description says. */
export interface Peer {
  base: string
  texts: readonly SentText[]
  calls: readonly PlacedCall[]
  /** Requests it refused, with the reason: for a sound product none. */
  refused: readonly string[]
  close(): Promise<void>
}

interface Reply {
  status: number
  body: Record<string, unknown>
}

export async function startPeer(parts: PeerParts): Promise<Peer> {
  const kept = { texts: [] as SentText[], calls: [] as PlacedCall[], refused: [] as string[], count: 0 }
  const server = createServer((request, response) => {
    answer(request, { parts, kept })
      .catch((): Reply => refusal(500, 20500, 'Internal error'))
      .then((reply) => {
        if (reply.status >= 400) kept.refused.push(`${request.method} ${request.url}: ${String(reply.body.message)}`)
        send(response, reply)
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { base: addressOf(server), texts: kept.texts, calls: kept.calls, refused: kept.refused, close: () => closed(server) }
}

export const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

export function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

interface Kept {
  texts: SentText[]
  calls: PlacedCall[]
  count: number
}

async function answer(request: IncomingMessage, { parts, kept }: { parts: PeerParts; kept: Kept }): Promise<Reply> {
  const form = new URLSearchParams(await bodyOf(request))
  const expected = `Basic ${Buffer.from(`${parts.accountSid}:${parts.token}`).toString('base64')}`
  if (request.headers.authorization !== expected) return refusal(401, 20003, 'Authenticate')
  const [, account, resource, sid] = /^\/2010-04-01\/Accounts\/([^/]+)\/(Messages|Calls)(?:\/([^/]+))?\.json$/.exec(request.url ?? '') ?? []
  if (request.method !== 'POST' || account !== parts.accountSid) return refusal(404, 20404, 'The requested resource was not found')
  if (resource === 'Messages' && sid === undefined) return texted(form, { parts, kept })
  if (resource === 'Calls' && sid === undefined) return called(form, { parts, kept })
  return resource === 'Calls' && sid !== undefined ? changed(form, sid, parts) : refusal(404, 20404, 'The requested resource was not found')
}

function texted(form: URLSearchParams, { parts, kept }: { parts: PeerParts; kept: Kept }): Reply {
  const [to, from, body] = [form.get('To') ?? '', form.get('From') ?? form.get('MessagingServiceSid') ?? '', form.get('Body') ?? '']
  const media = form.getAll('MediaUrl')
  if (to === '') return refusal(400, 21604, "A 'To' phone number is required.")
  if (from === '') return refusal(400, 21603, "A 'From' phone number is required.")
  if (body === '' && media.length === 0 && !form.has('ContentSid')) return refusal(400, 21602, 'Message body is required.')
  if (body.length > 1600) return refusal(400, 21617, 'The concatenated message body exceeds the 1600 character limit.')
  const text: SentText = { sid: sidOf('SM', ++kept.count), to, from, body, media, statusCallback: form.get('StatusCallback') ?? undefined }
  kept.texts.push(text)
  const common = {
    account_sid: parts.accountSid,
    api_version: '2010-04-01',
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
  }
  return {
    status: 201,
    body: {
      ...common,
      sid: text.sid,
      status: 'queued',
      to,
      from,
      body,
      num_media: String(media.length),
      num_segments: '1',
      price: null,
      price_unit: 'USD',
    },
  }
}

function called(form: URLSearchParams, { parts, kept }: { parts: PeerParts; kept: Kept }): Reply {
  const [to, from, url] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Url') ?? '']
  if (to === '' || from === '') return refusal(400, 21201, "No 'To' or 'From' number is specified")
  if (!URL.canParse(url)) return refusal(400, 21205, 'Url is not a valid URL')
  const call: PlacedCall = { sid: sidOf('CA', ++kept.count), to, from, url, statusCallback: form.get('StatusCallback') ?? undefined }
  kept.calls.push(call)
  // Twilio answers before the phone rings.
  setImmediate(() => parts.hooks?.called?.(call))
  return {
    status: 201,
    body: {
      account_sid: parts.accountSid,
      api_version: '2010-04-01',
      direction: 'outbound-api',
      sid: call.sid,
      status: 'queued',
      to,
      from,
    },
  }
}

function changed(form: URLSearchParams, sid: string, parts: PeerParts): Reply {
  const url = form.get('Url')
  if (url) parts.hooks?.redirected?.(sid, url)
  if (form.get('Status') === 'completed') parts.hooks?.ended?.(sid)
  return { status: 200, body: { account_sid: parts.accountSid, sid, status: url ? 'in-progress' : 'completed' } }
}

/** Hexadecimal, as real ones are, and never the same within one peer. */
const sidOf = (kind: string, count: number): string => `${kind}${count.toString(16).padStart(32, 'f0')}`

const refusal = (status: number, code: number, message: string): Reply => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
