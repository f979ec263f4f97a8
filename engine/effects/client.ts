import { isIPv6 } from 'node:net'
import { Agent, request } from 'undici'
import type { Http } from '../ports'
import { type Destination, destinationOf, type Egress, Refused } from './egress'

/** What an answer may weigh; the rest is not read. */
const mostBytes = 65_536
const mostRedirects = 5

type Asked = Parameters<Http['send']>[0]
type Answered = Awaited<ReturnType<Http['send']>>

/** HTTP for flows: every hop is checked and pinned, every answer bounded in time and size. */
export function createHttp(egress: Egress): Http {
  return {
    async send(asked) {
      const signal = AbortSignal.timeout(asked.timeoutMs)
      let hop = asked
      for (let redirects = 0; redirects <= mostRedirects; redirects++) {
        const destination = await destinationOf(hop.url, egress)
        const { location, ...answer } = await once(hop, destination, signal)
        if (location === undefined) return answer
        hop = redirected(hop, answer.status, new URL(location, destination.url))
      }
      throw new Refused(`The address leads on more than ${mostRedirects} times.`)
    },
  }
}

async function once(
  asked: Asked,
  { url, address }: Destination,
  signal: AbortSignal,
): Promise<Answered & { location: string | undefined }> {
  const family = isIPv6(address) ? 6 : 4
  // The name was resolved and checked already; connecting must not ask again and be told something else.
  const agent = new Agent({
    connect: { lookup: (_host, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family)) },
  })
  try {
    const {
      statusCode: status,
      headers,
      body,
    } = await request(url, {
      method: asked.method as 'GET',
      headers: asked.headers,
      body: asked.body ?? null,
      dispatcher: agent,
      signal,
    })
    const named = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
    )
    const location = [301, 302, 303, 307, 308].includes(status) ? named.location : undefined
    return { status, headers: named, body: location === undefined ? await bounded(body) : '', location }
  } finally {
    await agent.destroy()
  }
}

async function bounded(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= mostBytes) break
  }
  return Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8')
}

/** As browsers do: after 301, 302 and 303 a POST becomes a GET; credentials do not cross to another origin. */
function redirected(asked: Asked, status: number, to: URL): Asked {
  const keeps = status === 307 || status === 308 || asked.method === 'GET'
  const sameOrigin = to.origin === new URL(asked.url).origin
  const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => passes(name.toLowerCase(), { keeps, sameOrigin })))
  return { ...asked, url: to.href, headers, ...(!keeps && { method: 'GET', body: undefined }) }
}

const passes = (name: string, { keeps, sameOrigin }: { keeps: boolean; sameOrigin: boolean }): boolean =>
  (keeps || !name.startsWith('content-')) && (sameOrigin || !/authorization|cookie|token|key|secret/.test(name))
