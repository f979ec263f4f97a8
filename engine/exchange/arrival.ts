import type { Params } from '../twilio/event'
import type { Arrived } from '../twilio/signature'
import { type Answer, plain } from './answer'

/** Larger webhooks do not exist. */
const mostBytes = 256 * 1024

/** A request as text, with the URL that was signed: the configured public address and the request's own path and query, untouched. */
export interface Arrival extends Arrived {
  path: string
  query: URLSearchParams
  params: Params
}

/** Reads a webhook, or says in one sentence why it cannot be one. */
export async function readArrival(request: Request, publicUrl: string): Promise<Arrival | Answer> {
  if (request.method !== 'POST' && request.method !== 'GET') return plain(405, 'Webhooks come by POST or GET.')
  const target = request.url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/, '') || '/'
  const [path = '/', search = ''] = split(target)
  const query = new URLSearchParams(search)
  const arrived = { url: publicUrl + target, path, query, signature: request.headers.get('x-twilio-signature') }
  // A GET carries its fields in the query, which the URL's signature covers.
  if (request.method === 'GET') return { ...arrived, form: {}, body: '', params: firsts(query) }
  const body = await bounded(request)
  if (body === undefined) return plain(413, 'The body is larger than 256 kB.')
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/x-www-form-urlencoded' || (type === '' && body === '')) {
    const form = new URLSearchParams(body)
    return { ...arrived, form: grouped(form), body, params: firsts(form) }
  }
  if (type !== 'application/json') return plain(415, 'A webhook is a form (application/x-www-form-urlencoded) or JSON.')
  const params = jsonParams(body)
  return params ? { ...arrived, form: undefined, body, params } : plain(400, 'The body is not a JSON object.')
}

function split(target: string): [string, string] {
  const at = target.indexOf('?')
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)]
}

async function bounded(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return undefined
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.length
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const firsts = (pairs: URLSearchParams): Params => Object.fromEntries([...pairs].reverse())

function grouped(form: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, only(form.getAll(name))]))
}

const only = (values: string[]): string | string[] => (values.length === 1 ? (values[0] ?? '') : values)

function jsonParams(body: string): Params | undefined {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, field]) =>
        typeof field === 'string' || typeof field === 'number' ? [[name, String(field)]] : [],
      ),
    )
  } catch {
    return undefined
  }
}
