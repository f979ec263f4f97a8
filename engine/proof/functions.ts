import { createServer } from 'node:http'
import { addressOf, closed } from '../phone/peer'

/** The outside systems that imported flows ask: a function server on the loopback. */
export interface Functions {
  base: string
  /** Paths that were asked, in order. */
  asked: readonly string[]
  close(): Promise<void>
}

/** The number an order leads to, from the range kept for fiction. */
export const orderPhone = '+12025550142'

const answers: Readonly<Record<string, { type: string; body: string }>> = {
  '/allow': { type: 'application/json', body: '{"matched":true}' },
  '/httpRequest': { type: 'text/plain', body: orderPhone },
}
const otherwise = { type: 'application/json', body: '{"ok":true}' }

export async function startFunctions(): Promise<Functions> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    asked.push(path)
    request.resume().on('end', () => {
      const { type, body } = answers[path] ?? otherwise
      response.writeHead(200, { 'content-type': type }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { base: addressOf(server), asked, close: () => closed(server) }
}
