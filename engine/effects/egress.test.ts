import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttp } from './client'
import { destinationOf, Refused } from './egress'
import { SecretMissing, withSecrets } from './secrets'

let server: Server
let hits: string[] = []
let port = 0
beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim())
    if (request.url === '/loop') return void response.writeHead(302, { location: '/loop' }).end()
    if (request.url === '/inside') return void response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
    if (request.url === '/see') return void response.writeHead(303, { location: '/' }).end()
    if (request.url === '/big') return void response.writeHead(200).end('x'.repeat(200_000))
    if (request.url === '/slow') return
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const refused = [
  'http://example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'nonsense',
  'https://user:pass@example.org/',
  ...[
    '127.0.0.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
  ].map((ip) => `https://${ip}/`),
  ...[
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    '2001:db8::1',
  ].map((ip) => `https://[${ip}]/`),
]

describe('a flow may not ask', () => {
  test.each(refused)('%s', async (url) => {
    await expect(destinationOf(url, { allow: [], resolve: async () => ['93.184.216.34'] })).rejects.toThrow(Refused)
  })
  test.each([['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::1'], []])('a name behind which stands %j', async (...addresses) => {
    await expect(
      destinationOf('https://example.org/', { allow: [], resolve: async () => addresses.filter((address) => address !== undefined) }),
    ).rejects.toThrow(Refused)
  })
})

describe('a request that is let out', () => {
  const http = () => createHttp({ allow: [`127.0.0.1:${port}`] })
  const send = (path: string, more: { method?: string; headers?: Record<string, string>; body?: string; timeoutMs?: number } = {}) =>
    http().send({ method: 'GET', url: `http://127.0.0.1:${port}${path}`, headers: {}, body: undefined, timeoutMs: 2000, ...more })

  test('goes to the address that was checked', async () => {
    const pinned = await destinationOf('https://example.org/', { allow: [], resolve: async () => ['93.184.216.34'] })
    expect(pinned.address).toBe('93.184.216.34')
    expect(await send('/')).toMatchObject({ status: 200, body: 'ok' })
  })
  test('is checked again wherever it is led', async () => {
    await expect(send('/inside')).rejects.toThrow(Refused)
    await expect(send('/loop')).rejects.toThrow('leads on more than 5 times')
  })
  test('becomes a GET after 303, without its body', async () => {
    hits = []
    await send('/see', { method: 'POST', body: 'a=1', headers: { 'content-type': 'text/plain', authorization: 'Bearer x' } })
    expect(hits).toEqual(['POST /see Bearer x', 'GET / Bearer x'])
  })
  test('reads 64 kB at most', async () => expect((await send('/big')).body).toHaveLength(65_536))
  test('ends in time', async () => {
    await expect(send('/slow', { timeoutMs: 150 })).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})

describe('a secret', () => {
  const effect = {
    effect: 'http' as const,
    node: 'n',
    waits: true as const,
    method: 'POST' as const,
    url: 'https://h/?k={{ secret.KEY }}',
    headers: { authorization: 'Bearer {{ secret.KEY }}', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'k={{secret.KEY}}',
    timeoutMs: 1000,
  }
  test('is filled in at the edge, encoded where it must be', async () => {
    const filled = await withSecrets(effect, async () => 'a b&c')
    expect(filled).toMatchObject({ url: 'https://h/?k=a%20b%26c', body: 'k=a%20b%26c', headers: { authorization: 'Bearer a b&c' } })
  })
  test('that is not set stops the request', async () => {
    await expect(withSecrets(effect, async () => undefined)).rejects.toThrow(SecretMissing)
  })
})
